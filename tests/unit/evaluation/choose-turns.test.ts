import { expect, it } from 'vitest';
import { chooseTurn, drawOf } from '#evaluation/review/choose-turns.ts';

const ids = Array.from({ length: 4000 }, (_one, i) => `turn-${i}`);
const shares = { seed: 1, any: 0.1, abstained: 0.5, escalated: 1 };

it('chooses the configured share of each kind, and the same turns whenever it is asked', () => {
  const count = (kind: 'answered' | 'abstained' | 'escalated') =>
    ids.filter((id) => chooseTurn(id, kind, shares) !== null).length / ids.length;
  // Four standard errors.
  expect(Math.abs(count('answered') - 0.1)).toBeLessThan(0.02);
  expect(Math.abs(count('abstained') - 0.5)).toBeLessThan(0.032);
  expect(count('escalated')).toBe(1);
  expect(ids.map((id) => chooseTurn(id, 'answered', shares))).toEqual(
    ids.map((id) => chooseTurn(id, 'answered', shares)),
  );
});

it('says why', () => {
  const all = { seed: 1, any: 1, abstained: 1, escalated: 1 };
  expect(
    (['answered', 'replied', 'abstained', 'escalated'] as const).map((kind) => chooseTurn('t', kind, all)),
  ).toEqual(['sampled', 'sampled', 'abstained', 'escalated']);
  expect(chooseTurn('t', 'abstained', { ...all, abstained: 0 })).toBe('sampled');
  expect(chooseTurn('t', 'abstained', { ...all, abstained: 0, any: 0 })).toBeNull();
});

it('draws otherwise with another seed', () => {
  const same = ids.filter((id) => drawOf(1, id) < 0.1 === drawOf(2, id) < 0.1).length / ids.length;
  expect(Math.abs(same - 0.82)).toBeLessThan(0.025);
});
