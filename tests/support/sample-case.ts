import { type EvalCase, evalCaseSchema } from '#evaluation/eval-case.ts';

/** A case of a suite, with what the test is about put over it. */
export function sampleCase(over: Partial<EvalCase> = {}): EvalCase {
  const plain = evalCaseSchema.parse({
    id: 'how-long',
    turns: ['How long does it take?'],
    expected: { outcome: 'answered', reason: null },
    facts: { required: [['14–21 days', 'two to three weeks']], forbidden: [['2–6 weeks']] },
    support: [{ document: 'guide', heading: 'Making the cells', contains: 'It takes 14–21 days.' }],
    tags: ['fact'],
    author: 'test',
    reviewer: null,
    date: '2026-11-25',
    split: 'dev',
  });
  return { ...plain, ...over };
}
