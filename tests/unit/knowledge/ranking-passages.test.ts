import { describe, expect, test } from 'vitest';
import type { DocumentId, DocumentVersion, PassageId } from '#domain/ids.ts';
import type { KnowledgeIndex } from '#knowledge/indexing/knowledge-index.ts';
import { createPassageTable } from '#knowledge/indexing/passage-table.ts';
import { fuseScores } from '#knowledge/ranking/fuse-scores.ts';
import { findByWords, rankPassages } from '#knowledge/ranking/rank-passages.ts';
import { createBm25Index } from '#knowledge/words/bm25-index.ts';
import { createBm25Builder } from '#knowledge/words/build-bm25.ts';

describe('fusing scores', () => {
  test('puts first what both lists find good', () => {
    const fused = fuseScores(
      [
        { passage: 1, words: 9, cosine: 0.1 },
        { passage: 2, words: 8, cosine: 0.8 },
        { passage: 3, words: 0, cosine: 0.9 },
        { passage: 4, words: 1, cosine: 0.2 },
      ],
      0,
    );
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
    const orderOf = (list: typeof candidates) => fuseScores(list, 0).map(({ passage }) => passage);
    expect(orderOf(scaled)).toEqual(orderOf(candidates));
  });

  test('ranks by words where there are no vectors, and by vectors where no word matches', () => {
    const byWords = [1, 3, 2].map((words, passage) => ({ passage, words, cosine: null }));
    expect(fuseScores(byWords, 0).map(({ passage }) => passage)).toEqual([1, 2, 0]);
    const byVectors = [0.1, 0.3, 0.2].map((cosine, passage) => ({ passage, words: 0, cosine }));
    expect(fuseScores(byVectors, 0).map(({ passage }) => passage)).toEqual([1, 2, 0]);
  });

  test('treats a passage without a vector as the farthest', () => {
    const fused = fuseScores(
      [
        { passage: 0, words: 1, cosine: null },
        { passage: 1, words: 1, cosine: 0.4 },
        { passage: 2, words: 1, cosine: 0.2 },
      ],
      0,
    );
    expect(fused.map(({ passage }) => passage)).toEqual([1, 0, 2]);
  });

  test('adds standardised scores, seven parts words to three parts vectors', () => {
    const fused = fuseScores(
      [
        { passage: 0, words: 2, cosine: 0.1 },
        { passage: 1, words: 4, cosine: 0.5 },
        { passage: 2, words: 6, cosine: 0.3 },
      ],
      0,
    );
    // Words: mean 4, deviation √(8/3). Cosines: mean 0.3, deviation √(0.08/3). Both give ±√1.5 and 0.
    const one = Math.sqrt(1.5);
    expect(fused.map(({ passage }) => passage)).toEqual([2, 1, 0]);
    for (const [at, expected] of [0.7 * one, 0.3 * one, -one].entries())
      expect(fused[at]?.score).toBeCloseTo(expected, 6);
  });

  test('gives the vectors a third of that where a title is the question, and all of it up to half', () => {
    const candidates = [
      { passage: 0, words: 2, cosine: 0.1 },
      { passage: 1, words: 4, cosine: 0.5 },
      { passage: 2, words: 6, cosine: 0.3 },
    ];
    const one = Math.sqrt(1.5);
    const scoreOfFirst = (titleMatch: number) => fuseScores(candidates, titleMatch)[0]?.score;
    expect(scoreOfFirst(0.5)).toBeCloseTo(0.7 * one, 6);
    expect(scoreOfFirst(0.75)).toBeCloseTo(0.8 * one, 6);
    expect(scoreOfFirst(1)).toBeCloseTo(0.9 * one, 6);
  });

  test('gives nothing for nothing', () => {
    expect(fuseScores([], 0)).toEqual([]);
  });
});

/** One document of one piece for each title; a question's cosines are given. */
function indexOf(titles: ReadonlyArray<readonly string[]>, cosines: readonly number[]): KnowledgeIndex {
  const builder = createBm25Builder();
  for (const title of titles) builder.add({ title, headings: [], body: ['gastric', 'pain'] });
  const numbers = Uint32Array.from(titles, (_, at) => at);
  const best = [...numbers].sort((a, b) => cosines[b]! - cosines[a]!);
  return {
    identity: { recipe: '', passages: titles.length, corpus: '', encoder: '', dimensions: 1, pieces: titles.length },
    passages: createPassageTable({
      documents: titles.map((title, at) => ({
        id: `d${at}` as DocumentId,
        version: '' as DocumentVersion,
        title: `${title}`,
      })),
      passageIds: titles.map((_, at) => `p${at}` as PassageId),
      documentOf: numbers,
      starts: numbers,
      ends: numbers,
      firstAlike: numbers,
    }),
    words: createBm25Index(builder.finish()),
    vectors: {
      index: {
        size: titles.length,
        search: (_, k) => best.slice(0, k).map((item) => ({ item, score: cosines[item]! })),
        cosine: (_, label) => cosines[label]!,
        write: async () => undefined,
      },
      pieces: { starts: Uint32Array.from([...numbers, titles.length]), passageOf: numbers },
    },
  };
}

describe('ranking passages', () => {
  const cosines = [0.1, 0.4, 0.9];
  const index = indexOf([['gastric', 'cancer'], ['gastric', 'pain', 'cancer', 'abroad'], ['lung']], cosines);
  const rank = (words: readonly string[]) => {
    const terms = words.map((term) => ({ term, weight: 1 }));
    const question = { terms, byWords: findByWords(index, terms, 3, () => true), vector: Float32Array.of(1) };
    const scores = index.words.score(terms, [0, 1, 2]);
    const candidates = cosines.map((cosine, passage) => ({ passage, words: scores[passage]!, cosine }));
    return { ranked: rankPassages(index, question, 3, () => true), candidates };
  };
  const orderAndScore = (list: ReadonlyArray<{ passage: number; score: number }>) =>
    list.map(({ passage, score }) => [passage, score]);

  test('leaves the vectors less where the title found first is the question', () => {
    const { ranked, candidates } = rank(['gastric', 'cancer']);
    expect(orderAndScore(ranked)).toEqual(orderAndScore(fuseScores(candidates, 1)));
    expect(ranked[0]?.passage).toBe(0);
  });

  test('leaves them their share where no title is', () => {
    const { ranked, candidates } = rank(['pain']);
    expect(orderAndScore(ranked)).toEqual(orderAndScore(fuseScores(candidates, 0)));
    expect(orderAndScore(ranked)).not.toEqual(orderAndScore(fuseScores(candidates, 1)));
  });
});
