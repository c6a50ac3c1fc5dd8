import { describe, expect, test } from 'vitest';
import { averageMeasures, measureRanking } from '#evaluation/ranking-measures.ts';

const judgements = new Map([
  ['a', 3],
  ['b', 2],
  ['c', 0],
  ['d', 1],
]);

describe('measuring a ranking', () => {
  test('computes nDCG with linear gain as it is done by hand', () => {
    const measures = measureRanking(['c', 'a', 'unjudged', 'd'], judgements)!;
    // 3/log2(3) + 1/log2(5), against the best order 3/log2(2) + 2/log2(3) + 1/log2(4).
    const best = 3 + 2 / Math.log2(3) + 1 / 2;
    expect(measures.ndcg10).toBeCloseTo((3 / Math.log2(3) + 1 / Math.log2(5)) / best, 10);
    expect(measures.recall10).toBeCloseTo(2 / 3);
    expect(measures.mrr10).toBe(1 / 2);
  });

  test('gives 1 to the best order and 0 to a list without anything relevant', () => {
    expect(measureRanking(['a', 'b', 'd', 'c'], judgements)).toEqual({ ndcg10: 1, recall10: 1, mrr10: 1 });
    expect(measureRanking(['c', 'x'], judgements)).toEqual({ ndcg10: 0, recall10: 0, mrr10: 0 });
  });

  test('looks at the first ten only', () => {
    const late = [...Array.from({ length: 10 }, (_, at) => `x${at}`), 'a'];
    expect(measureRanking(late, judgements)).toEqual({ ndcg10: 0, recall10: 0, mrr10: 0 });
  });

  test('cannot score a question that nothing answers', () => {
    expect(measureRanking(['a'], new Map([['a', 0]]))).toBeNull();
    expect(averageMeasures([])).toBeNull();
  });
});
