import { expect, it } from 'vitest';
import { describeMeasure } from '#evaluation/report/describe-measure.ts';
import { CHECKS, VALUES } from '#evaluation/run/check-kinds.ts';

it.each([...Object.keys(CHECKS), ...Object.keys(VALUES)])('has words for every figure that a run has: %s', (name) => {
  expect(describeMeasure(name).meaning).not.toBeNull();
});
