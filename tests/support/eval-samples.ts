import { type EvalCase, evalCaseSchema } from '#evaluation/eval-case.ts';
import type { EvalReply } from '#evaluation/run/eval-reply.ts';
import type { EvalTarget } from '#evaluation/run/eval-target.ts';
import type { CaseRecord, EvalRun } from '#evaluation/run/run-record.ts';

export const evalCase = (over: Record<string, unknown> = {}): EvalCase =>
  evalCaseSchema.parse({
    id: 'a',
    turns: ['How long?'],
    expected: { outcome: 'answered', reason: null },
    facts: { required: [['14–21 days', 'two to three weeks']], forbidden: [['2–6 weeks']] },
    tags: [],
    author: 'test',
    reviewer: null,
    date: '2026-11-25',
    split: 'dev',
    ...over,
  });

export const nearMiss = (over: Record<string, unknown> = {}): EvalCase =>
  evalCase({
    id: 'n',
    expected: { outcome: 'abstained', reason: 'no_evidence' },
    facts: { required: [], forbidden: [] },
    ...over,
  });

/** A reply that says `text`, one sentence with one citation, or that abstains where it is null. */
export function evalReply(text: string | null, over: Partial<EvalReply> = {}): EvalReply {
  const citation = {
    n: 1,
    passageId: 'p1',
    documentId: 'guide',
    documentVersion: 'v1',
    title: 'Guide',
    section: null,
    quote: text ?? '',
    start: 0,
    end: text?.length ?? 0,
  };
  return {
    outcome: text === null ? 'abstained' : 'answered',
    reason: text === null ? 'no_evidence' : null,
    level: null,
    premise: null,
    composer: 'extractive',
    answer: text === null ? null : { text, readingGrade: 8, sentences: [{ text, citations: [1], role: null }] },
    citations: text === null ? [] : [citation],
    notice: null,
    missing: [],
    notCovered: [],
    tooMuch: false,
    trace: null,
    ...over,
  };
}

/** A target that answers each message with what `replies` holds for it, and whose one document is `text`. */
export function evalTarget(
  replies: Readonly<Record<string, EvalReply>>,
  text = '',
): EvalTarget & { asked(): readonly string[] } {
  const asked: string[] = [];
  const passage = { passageId: 'p1', documentId: 'guide', title: 'Guide', section: null, text };
  return {
    asked: () => asked,
    async ask(turns) {
      asked.push(turns.join(' | '));
      return turns.map((turn) => replies[turn] ?? evalReply(null));
    },
    search: async () => [passage],
    passage: async (id) => (id === 'p1' ? passage : null),
    documentText: async (id, version) => (id === 'guide' && (version === null || version === 'v1') ? text : null),
    identity: async () => evalIdentity,
  };
}

export const evalIdentity = {
  commit: 'c1',
  corpus: 'd1',
  prompts: 'p1',
  index: 'i1',
  encoder: 'e1',
  model: null,
  documents: [],
};

export const caseRecord = (over: Partial<CaseRecord> = {}): CaseRecord => ({
  suite: 'answers',
  id: 'a',
  split: 'dev',
  tags: [],
  cluster: 'a',
  turns: ['How long?'],
  expected: 'answered',
  actual: 'answered',
  cost: 0,
  checks: {},
  values: {},
  problems: [],
  replies: [],
  ...over,
});

export const evalRun = (records: readonly CaseRecord[]): EvalRun => ({
  schema: 1,
  split: 'dev',
  seed: 1,
  identity: evalIdentity,
  judge: 'test',
  suites: [...new Set(records.map(({ suite }) => suite))].map((name) => ({ name, digest: '', cases: 0 })),
  records,
  metrics: [],
});
