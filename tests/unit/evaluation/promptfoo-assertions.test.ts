import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { compareFacts } from '#evaluation/compare-facts.ts';
import type { EvalCase } from '#evaluation/eval-case.ts';
import { sampleCase } from '../../support/sample-case.ts';

type Found = Readonly<Record<'outcome' | 'facts' | 'quotes', readonly string[]>>;
interface Module {
  judgeReply(held: {
    item: EvalCase;
    reply: unknown;
    compareFacts: typeof compareFacts;
    documentText: (id: string, version: string) => Promise<string | null>;
  }): Promise<Found>;
}
const { judgeReply }: Module = await import(pathToFileURL('evals/promptfoo/judge-reply.mjs').href);

const TEXT = 'Intro. It takes 14–21 days.';
const citation = { n: 1, documentId: 'guide', documentVersion: 'v1', quote: 'It takes 14–21 days.', start: 7, end: 27 };
const answered = {
  outcome: 'answered',
  reason: null,
  level: null,
  answer: { text: 'It takes 14–21 days.', sentences: [{ text: 'It takes 14–21 days.', citations: [1] }] },
  citations: [citation],
};
const silent = { outcome: 'abstained', reason: 'no_evidence', level: null, answer: null, citations: [] };
const judge = (reply: unknown, item: EvalCase = sampleCase()) =>
  judgeReply({ item, reply, compareFacts, documentText: async (_, version) => (version === 'v1' ? TEXT : null) });
const expecting = (outcome: EvalCase['expected']['outcome'], more = {}) =>
  sampleCase({ expected: { outcome, reason: null, ...more }, facts: { required: [], forbidden: [] } });

describe('the assertions for promptfoo', () => {
  it('find nothing wrong with a right answer and with an expected abstention', async () => {
    expect(await judge(answered)).toEqual({ outcome: [], facts: [], quotes: [] });
    expect(await judge(silent, expecting('abstained', { reason: 'no_evidence' }))).toEqual({
      outcome: [],
      facts: [],
      quotes: [],
    });
  });

  it('hold the outcome to kind, reason and level', async () => {
    expect((await judge(silent)).outcome).toHaveLength(1);
    expect((await judge(silent, expecting('abstained', { reason: 'out_of_scope' }))).outcome).toHaveLength(1);
    const card = { ...silent, outcome: 'escalated', reason: null, level: 'urgent' };
    expect((await judge(card, expecting('escalated', { level: 'emergency' }))).outcome).toHaveLength(1);
    expect((await judge(card, expecting('not_escalated'))).outcome).toHaveLength(1);
    expect((await judge(silent, expecting('not_escalated'))).outcome).toEqual([]);
  });

  it('find a fact that is missing and one that is forbidden', async () => {
    const said = { ...answered, answer: { ...answered.answer, text: 'It takes 2–6 weeks.' } };
    expect((await judge(said)).facts).toEqual([
      'not stated: 14–21 days | two to three weeks',
      'stated and forbidden: 2–6 weeks',
    ]);
  });

  it.each([
    ['a quote that stands elsewhere', { citations: [{ ...citation, start: 6, end: 26 }] }],
    ['a quote of other words', { citations: [{ ...citation, quote: 'It takes 14-21 days.' }] }],
    ['a version that there is not', { citations: [{ ...citation, documentVersion: 'v2' }] }],
    ['a citation that there is not', { citations: [] }],
    ['a sentence without a citation', { answer: { text: 'x', sentences: [{ text: 'x', citations: [] }] } }],
  ])('find %s', async (_, over) => {
    expect((await judge({ ...answered, ...over })).quotes).toHaveLength(1);
  });
});
