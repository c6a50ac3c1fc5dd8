import { describe, expect, it } from 'vitest';
import { exactInterval, formatProportion } from '#evaluation/statistics/exact-interval.ts';

describe('exact interval', () => {
  // Clopper and Pearson's interval from tables of the beta distribution.
  it.each([
    [0, 10, 0, 0.3085],
    [10, 10, 0.6915, 1],
    [5, 10, 0.1871, 0.8129],
    [51, 143, 0.2784, 0.441],
    [0, 312, 0, 0.01175],
  ])('%i of %i', (successes, trials, lower, upper) => {
    const found = exactInterval(successes, trials);
    expect(found.lower).toBeCloseTo(lower, 3);
    expect(found.upper).toBeCloseTo(upper, 3);
  });

  it('covers the true share at least 95 times in 100, over all outcomes of 30 trials', () => {
    const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n, k - 1) * (n - k + 1)) / k);
    for (const p of [0.02, 0.1, 0.35, 0.5, 0.9]) {
      let covered = 0;
      for (let k = 0; k <= 30; k += 1) {
        const { lower, upper } = exactInterval(k, 30);
        if (lower <= p && p <= upper) covered += choose(30, k) * p ** k * (1 - p) ** (30 - k);
      }
      expect(covered).toBeGreaterThanOrEqual(0.95);
    }
  });

  it('refuses what is no proportion', () => {
    expect(() => exactInterval(3, 2)).toThrow(RangeError);
    expect(() => exactInterval(0.5, 2)).toThrow(RangeError);
  });

  it('is written with its counts', () => {
    expect(formatProportion(exactInterval(51, 143))).toBe('51 of 143 (36%, 28–44)');
    expect(formatProportion(exactInterval(0, 0))).toBe('0 of 0');
  });
});
