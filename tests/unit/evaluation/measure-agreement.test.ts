import { expect, it } from 'vitest';
import { agrees } from '#domain/judge-review.ts';
import type { ReviewItem } from '#domain/review.ts';
import type { Rubric } from '#domain/rubric.ts';
import { measureAgreement } from '#evaluation/review/measure-agreement.ts';
import { asItemId, good } from '../../support/review-samples.ts';

const bad: Rubric = { ...good, correct: 'no' };

/** `adjudicated` null where nobody has decided yet. */
function item(one: [string, Rubric], other: [string, Rubric], adjudicated: Rubric | null = null): ReviewItem {
  const at = '2026-06-02T08:00:00.000Z';
  const ratings = [one, other].map(([reviewer, rubric]) => ({ reviewer, rubric, comment: null, ratedAt: at }));
  const isAgreed = agrees(one[1], other[1]);
  return {
    id: asItemId('item'),
    cause: 'sampled',
    state: isAgreed ? 'agreed' : adjudicated === null ? 'needs_adjudication' : 'adjudicated',
    addedAt: at,
    subject: { source: 'turn', turn: null },
    ratings,
    adjudication: adjudicated && { adjudicator: 'carl', rubric: adjudicated, reason: null, decidedAt: at },
  };
}

const items = [
  ...Array.from({ length: 20 }, () => item(['ben', good], ['anna', good])),
  ...Array.from({ length: 15 }, () => item(['anna', bad], ['ben', bad])),
  // The row is anna's answer, whoever rated first.
  ...Array.from({ length: 5 }, () => item(['ben', bad], ['anna', good], bad)),
  ...Array.from({ length: 10 }, () => item(['anna', bad], ['ben', good])),
  item(['carl', good], ['anna', good]),
];

it('counts answers of both reviewers, for all and for every two of them', () => {
  const report = measureAgreement(items);
  expect(report).toMatchObject({ items: 51, disagreed: 15 });
  const [both, other] = report.pairs;
  expect(report.pairs.map(({ reviewers }) => reviewers)).toEqual([
    ['anna', 'ben'],
    ['anna', 'carl'],
  ]);
  const correct = both?.questions.find(({ question }) => question === 'correct');
  expect(correct?.options).toEqual(['yes', 'no', 'cannot_tell']);
  expect(correct?.matrix).toEqual([
    [20, 5, 0],
    [10, 15, 0],
    [0, 0, 0],
  ]);
  expect(correct?.raw).toMatchObject({ successes: 35, trials: 50 });
  expect(correct?.kappa.value).toBeCloseTo(0.4, 12);
  expect(other?.questions[0]?.kappa.reason).toBe('one_answer_only');
  expect(report.questions[0]?.matrix[0]).toEqual([21, 5, 0]);
});

it('counts as final what both said or the adjudicator, and nothing that is still open', () => {
  const [correct, complete] = measureAgreement(items).questions;
  expect(correct?.final).toEqual({ yes: 21, no: 20, cannot_tell: 0 });
  expect(complete?.final).toEqual({ yes: 41, no: 0, cannot_tell: 0 });
});

it('has nothing to say of nothing', () => {
  const { items: count, questions, pairs } = measureAgreement([]);
  expect([count, pairs]).toEqual([0, []]);
  expect(questions.map(({ kappa }) => kappa.reason)).toEqual(Array(5).fill('no_items'));
});
