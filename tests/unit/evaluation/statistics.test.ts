import { describe, expect, it } from 'vitest';
import { bootstrapMean } from '#evaluation/statistics/cluster-bootstrap.ts';
import { upperBound } from '#evaluation/statistics/exact-interval.ts';
import { exactMcNemar } from '#evaluation/statistics/mcnemar.ts';
import { createSeededRandom } from '#evaluation/statistics/seeded-random.ts';

describe('the bound of a rate', () => {
  it.each([
    [60, 0.0487],
    [150, 0.0198],
    [312, 0.00956],
    [1_000, 0.00299],
  ])('of which none of %i came is at most %f', (trials, bound) => {
    expect(upperBound(0, trials)).toBeCloseTo(bound, 4);
  });
});

describe('exact McNemar', () => {
  it.each([
    [0, 0, 1],
    [5, 0, 0.0625],
    [6, 0, 0.03125],
    [0, 6, 0.03125],
    [10, 2, 0.038574],
    [3, 3, 1],
    [50, 50, 1],
  ])('%i worse and %i better', (worse, better, p) => {
    expect(exactMcNemar(worse, better)).toBeCloseTo(p, 6);
  });

  it('errs no more often than it says where nothing changed, by simulation', () => {
    const random = createSeededRandom(3);
    let significant = 0;
    for (let run = 0; run < 4_000; run += 1) {
      const worse = Array.from({ length: 40 }, () => random.next() < 0.5).filter(Boolean).length;
      if (exactMcNemar(worse, 40 - worse) < 0.05) significant += 1;
    }
    expect(significant / 4_000).toBeLessThanOrEqual(0.05);
    expect(significant).toBeGreaterThan(0);
  });

  it('refuses what is no count', () => expect(() => exactMcNemar(-1, 2)).toThrow(RangeError));
});

describe('the clustered bootstrap', () => {
  const values = [1, 2, 3, 4].map((value) => ({ cluster: `c${value}`, value }));

  it('gives the same interval for the same seed, whatever the order of the values', () => {
    expect(bootstrapMean(values, 5)).toEqual(bootstrapMean(values.toReversed(), 5));
    expect(bootstrapMean(values, 5)).toMatchObject({ mean: 2.5, n: 4 });
  });

  it('knows the range alone of one cluster', () => {
    const one = [1, 2].map((value) => ({ cluster: 'only', value }));
    expect(bootstrapMean(one, 1)).toEqual({ mean: 1.5, n: 2, lower: 1, upper: 2 });
  });

  it('refuses to average nothing', () => expect(() => bootstrapMean([], 1)).toThrow(RangeError));

  /** Clusters of five values that share most of what they are: 60 of them, as often as `runs`. */
  function coverage(byCluster: boolean, runs: number): number {
    const random = createSeededRandom(11);
    let covered = 0;
    for (let run = 0; run < runs; run += 1) {
      const drawn = Array.from({ length: 60 }, (_, cluster) => {
        const shared = random.normal();
        return Array.from({ length: 5 }, (_, at) => ({
          cluster: byCluster ? `${cluster}` : `${cluster}-${at}`,
          value: shared + 0.3 * random.normal(),
        }));
      });
      const { lower, upper } = bootstrapMean(drawn.flat(), run, 400);
      if (lower <= 0 && 0 <= upper) covered += 1;
    }
    return covered / runs;
  }

  it('covers the true mean about 95 times in 100, and far less often when clusters are taken for single values', () => {
    expect(coverage(true, 400)).toBeGreaterThanOrEqual(0.92);
    expect(coverage(false, 400)).toBeLessThan(0.75);
  });
});
