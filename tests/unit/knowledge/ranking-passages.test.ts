import { describe, expect, test } from 'vitest';
import { fuseScores } from '#knowledge/ranking/fuse-scores.ts';

describe('fusing scores', () => {
  test('puts first what both lists find good', () => {
    const fused = fuseScores([
      { passage: 1, words: 9, cosine: 0.1 },
      { passage: 2, words: 8, cosine: 0.8 },
      { passage: 3, words: 0, cosine: 0.9 },
      { passage: 4, words: 1, cosine: 0.2 },
    ]);
    expect(fused[0]?.passage).toBe(2);
    expect(fused.map(({ score }) => score).reduce((sum, score) => sum + score)).toBeCloseTo(0);
  });

  test('does not depend on the scale of either list', () => {
    const candidates = [3, 1, 4, 1, 5].map((words, passage) => ({ passage, words, cosine: ((passage * 7) % 5) / 10 }));
    const scaled = candidates.map(({ passage, words, cosine }) => ({
      passage,
      words: words * 40 + 3,
      cosine: cosine / 5,
    }));
    const orderOf = (list: typeof candidates) => fuseScores(list).map(({ passage }) => passage);
    expect(orderOf(scaled)).toEqual(orderOf(candidates));
  });

  test('ranks by words where there are no vectors, and by vectors where no word matches', () => {
    const byWords = [1, 3, 2].map((words, passage) => ({ passage, words, cosine: null }));
    expect(fuseScores(byWords).map(({ passage }) => passage)).toEqual([1, 2, 0]);
    const byVectors = [0.1, 0.3, 0.2].map((cosine, passage) => ({ passage, words: 0, cosine }));
    expect(fuseScores(byVectors).map(({ passage }) => passage)).toEqual([1, 2, 0]);
  });

  test('treats a passage without a vector as the farthest', () => {
    const fused = fuseScores([
      { passage: 0, words: 1, cosine: null },
      { passage: 1, words: 1, cosine: 0.4 },
      { passage: 2, words: 1, cosine: 0.2 },
    ]);
    expect(fused.map(({ passage }) => passage)).toEqual([1, 0, 2]);
  });

  test('adds standardised scores, seven parts words to three parts vectors', () => {
    const fused = fuseScores([
      { passage: 0, words: 2, cosine: 0.1 },
      { passage: 1, words: 4, cosine: 0.5 },
      { passage: 2, words: 6, cosine: 0.3 },
    ]);
    // Words: mean 4, deviation √(8/3). Cosines: mean 0.3, deviation √(0.08/3). Both give ±√1.5 and 0.
    const one = Math.sqrt(1.5);
    expect(fused.map(({ passage }) => passage)).toEqual([2, 1, 0]);
    for (const [at, expected] of [0.7 * one, 0.3 * one, -one].entries())
      expect(fused[at]?.score).toBeCloseTo(expected, 6);
  });

  test('gives nothing for nothing', () => {
    expect(fuseScores([])).toEqual([]);
  });
});
