import { expect, test } from 'vitest';
import { createQuantityFinder } from '#assistant/verify/claim/find-quantities.ts';
import { claimRules } from '../../../support/claim-verifier.ts';

const find = createQuantityFinder(claimRules.units);

test.each([
  ['14–21 days', 14, 21, 'day', 'exact'],
  ['two to three weeks', 14, 21, 'day', 'exact'],
  ['half a year to a year', 6, 12, 'month', 'exact'],
  ['three to five days in a row', 3, 5, 'day', 'exact'],
  ['3–5 consecutive-day infusions', 3, 5, 'day', 'exact'],
  ['70 to 76 of every 100 patients', 70, 76, 'percent', 'exact'],
  ['USD 80,000–465,000 depending', 80_000, 465_000, 'USD', 'exact'],
  ['roughly 80,000 to 465,000 US dollars', 80_000, 465_000, 'USD', 'about'],
  ['HR ~0.75', 0.75, 0.75, null, 'about'],
  ['n<100', 100, 100, null, 'under'],
  ['100+ trials', 100, 100, null, 'over'],
  ['grade 3–4 events', 3, 4, 'grade', 'exact'],
  ['stage II–III', 2, 3, 'stage', 'exact'],
])('%s', (text, low, high, unit, bound) => {
  expect(find(text)).toEqual([expect.objectContaining({ low, high, unit, bound })]);
});

test('digits of a name are no quantity', () => expect(find('IL-2, CD19 and PD-L1')).toEqual([]));
test('a sign makes a change', () =>
  expect(find('+2–3 months and −5%').map(({ change }) => change)).toEqual(['up', 'down']));
test('what need not stand in the quotes is told apart', () =>
  expect(find('the two of them, two trials').map(({ isOptional }) => isOptional)).toEqual([true, false]));
