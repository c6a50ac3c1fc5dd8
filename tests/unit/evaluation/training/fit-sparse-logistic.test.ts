import { describe, expect, it } from 'vitest';
import { fitSparseLogistic, type SparseRows } from '#evaluation/training/fit-sparse-logistic.ts';

function pack(rows: ReadonlyArray<readonly number[]>, dimensions: number, dense: readonly number[] = []): SparseRows {
  const starts = Int32Array.from([0, ...rows.map((_, at) => rows.slice(0, at + 1).flat().length)]);
  const width = rows.length === 0 ? 0 : dense.length / rows.length;
  return {
    count: rows.length,
    starts,
    features: Int32Array.from(rows.flat()),
    dimensions,
    dense: Float32Array.from(dense),
    width,
  };
}

describe('fitSparseLogistic', () => {
  const rows = pack([[0, 2], [0], [1, 2], [1], [0, 1]], 3);
  const isPositive = [true, true, false, false, true];

  it('finds which features speak for and against', () => {
    const { weights } = fitSparseLogistic(rows, isPositive, 0.1);
    expect(weights[0]).toBeGreaterThan(1);
    expect(weights[1]).toBeLessThan(-0.5);
    expect(Math.abs(weights[2] ?? 1)).toBeLessThan(0.6);
  });

  it('ends where the slope is flat: no small change of a weight lowers the penalised loss', () => {
    const ridge = 0.5;
    const { weights, bias } = fitSparseLogistic(rows, isPositive, ridge);
    const loss = (w: readonly number[], b: number): number => {
      let sum = w.reduce((total, x) => total + 0.5 * ridge * x * x, 0);
      for (let row = 0; row < rows.count; row += 1) {
        let score = b;
        for (let i = rows.starts[row] ?? 0; i < (rows.starts[row + 1] ?? 0); i += 1)
          score += w[rows.features[i] ?? 0] ?? 0;
        sum += Math.log1p(Math.exp(isPositive[row] ? -score : score));
      }
      return sum;
    };
    const best = [...weights];
    for (const step of [0.02, -0.02]) {
      for (const at of best.keys()) {
        const moved = best.map((w, i) => (i === at ? w + step : w));
        expect(loss(moved, bias)).toBeGreaterThan(loss(best, bias));
      }
      expect(loss(best, bias + step)).toBeGreaterThan(loss(best, bias));
    }
  });

  it('gives the same weights each time, and smaller ones under a greater penalty', () => {
    const first = fitSparseLogistic(rows, isPositive, 0.1);
    expect(fitSparseLogistic(rows, isPositive, 0.1)).toEqual(first);
    const small = fitSparseLogistic(rows, isPositive, 10);
    expect(Math.abs(small.weights[0] ?? 9)).toBeLessThan(Math.abs(first.weights[0] ?? 0));
  });

  it('weighs values that every row has beside features that are there or not', () => {
    const withValues = pack([[0], [0], [0], [0]], 1, [1, 0.8, -1, -0.9]);
    const { dense } = fitSparseLogistic(withValues, [true, true, false, false], 0.1);
    expect(dense[0]).toBeGreaterThan(1);
  });
});
