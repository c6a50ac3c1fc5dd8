import { expect, test } from 'vitest';
import { evalCaseSchema } from '#evaluation/eval-case.ts';
import { scoreDrafts } from '#evaluation/verifier/score-drafts.ts';

const sentence = (text: string, fault: string | null) => ({
  text,
  quotes: ['It helps.'],
  document: 'guide',
  supported: fault === null,
  fault,
});
const item = evalCaseSchema.parse({
  id: 'd-1',
  turns: ['Does it help?'],
  expected: { outcome: 'answered', reason: null },
  draft: [
    sentence('It helps.', null),
    sentence('It may help.', null),
    sentence('It hurts.', 'direction'),
    sentence('It helps all.', 'hedge'),
    sentence('It glows.', 'fabricated'),
  ],
  tags: [],
  author: 'test',
  reviewer: null,
  date: '2026-11-25',
  split: 'dev',
});

test('counts what is accepted and rejected, by fault, and leaves invented quotes to whoever looks for them', () => {
  const scores = scoreDrafts([item], (claim) =>
    claim.startsWith('It help') ? { supported: true } : { supported: false, reason: 'words' },
  );
  expect(scores.supportedAccepted).toMatchObject({ successes: 1, trials: 2 });
  expect(scores.unsupportedRejected).toMatchObject({ successes: 1, trials: 2 });
  expect(scores.byFault.get('hedge')).toMatchObject({ successes: 0, trials: 1 });
  expect(scores.byFault.get('fabricated')).toMatchObject({ successes: 1, trials: 1 });
  expect(scores.judged).toHaveLength(5);
});
