import type { EvalReply } from '#evaluation/run/eval-reply.ts';

type EvalCitation = EvalReply['citations'][number];

export const sampleCitation = (changes: Partial<EvalCitation> = {}): EvalCitation => ({
  n: 1,
  passageId: 'what-is-cik-07',
  documentId: 'what-is-cik',
  documentVersion: 'a1b2c3d4e5f607181122334455667788',
  title: 'What Is CIK Therapy?',
  section: 'Key Clinical Numbers',
  quote: '14–21 days. Typical ex vivo expansion period. From blood draw to infusion-ready product.',
  start: 2210,
  end: 2297,
  ...changes,
});

export const sampleReply = (changes: Partial<EvalReply> = {}): EvalReply => ({
  outcome: 'answered',
  reason: null,
  level: null,
  premise: null,
  composer: 'extractive',
  answer: {
    text: 'From blood draw to a product that can be infused takes 14–21 days.',
    readingGrade: 9.4,
    sentences: [
      { text: 'From blood draw to a product that can be infused takes 14–21 days.', citations: [1], role: null },
    ],
  },
  citations: [sampleCitation()],
  notice: null,
  missing: [],
  notCovered: [],
  tooMuch: false,
  trace: {
    asks: ['How long does it take to make CIK cells?'],
    rules: ['scope/in'],
    retrieved: [
      { ask: 0, passageId: 'what-is-cik-07', score: 0.9134 },
      { ask: 0, passageId: 'cik-vs-car-t-12', score: 0.7712 },
      { ask: 0, passageId: 'cik-lung-cancer-09', score: 0.5401 },
    ],
  },
  ...changes,
});

/** A reply that says nothing about the matter, of the class `kind/detail`. */
export function sampleSilence(kind: string, detail: string | null): EvalReply {
  return sampleReply({
    outcome: kind,
    reason: kind === 'escalated' ? null : detail,
    level: kind === 'escalated' ? detail : null,
    composer: null,
    answer: null,
    citations: [],
    notice: detail === null ? kind : `${kind}-${detail}`.replace(/_/gu, '-'),
    missing: detail === 'no_evidence' ? ['price', 'rupees'] : [],
    trace: { asks: [], rules: detail === null ? [] : [`${kind}/${detail}`], retrieved: [] },
  });
}
