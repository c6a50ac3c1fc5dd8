import type { KnowledgeIndex } from '#knowledge/indexing/knowledge-index.ts';
import { passageCosine, pieceCosines, searchPassages } from '#knowledge/vectors/search-pieces.ts';
import type { WeightedTerm } from '#knowledge/words/bm25-index.ts';
import type { Scored } from '#knowledge/words/keep-best.ts';
import { fuseScores } from './fuse-scores.ts';

export interface RankedPassage {
  readonly passage: number;
  readonly score: number;
  readonly ranks: { readonly words: number | null; readonly vectors: number | null };
  /** Cosine of each of its pieces, in order; null without vectors. */
  readonly cosines: readonly number[] | null;
  /** Accepted passages with the same words, itself excluded. */
  readonly twins: readonly number[];
}

export interface Question {
  readonly terms: readonly WeightedTerm[];
  /** What `findByWords` gave for them. */
  readonly byWords: readonly Scored[];
  /** Null when nothing can embed it: words alone then rank. */
  readonly vector: Float32Array | null;
}

/** The accepted passages that the words find, enough of them to rank `k`: needs no vector, so it need not wait for one. */
export function findByWords(
  index: KnowledgeIndex,
  terms: readonly WeightedTerm[],
  k: number,
  accept: (passage: number) => boolean,
): readonly Scored[] {
  return index.words.search(terms, depth(k), accept);
}

/**
 * Candidates taken from each list: enough that the answer is among them, few enough to score each exactly. The same for
 * every `k` that a person reads: scores are standardised over them, so that another depth would be another ranking.
 */
function depth(k: number): number {
  return Math.max(50, k);
}

/** The best `k` passages that `accept` lets through, identical ones as one. */
export function rankPassages(
  index: KnowledgeIndex,
  question: Question,
  k: number,
  accept: (passage: number) => boolean,
): RankedPassage[] {
  const { terms, byWords, vector } = question;
  const vectors = vector === null ? null : index.vectors;
  const byVectors =
    vectors === null || vector === null ? [] : searchPassages(vectors.index, vectors.pieces, vector, depth(k), accept);
  const passages = [...new Set([...byWords, ...byVectors].map(({ item }) => item))];
  const wordScores = index.words.score(terms, passages);
  const foundCosines = new Map(byVectors.map(({ item, score }) => [item, score]));
  const cosineOf = (passage: number) =>
    vectors === null || vector === null ? null : passageCosine(vectors.index, vectors.pieces, vector, passage);
  const candidates = passages.map((passage, at) => ({
    passage,
    words: wordScores[at] ?? 0,
    cosine: foundCosines.get(passage) ?? cosineOf(passage),
  }));

  const [first] = byWords;
  const titleMatch = first === undefined ? 0 : index.words.titleMatch(terms, first.item);
  const wordRanks = ranksOf(byWords);
  const vectorRanks = ranksOf(byVectors);
  const seen = new Set<number>();
  const ranked: RankedPassage[] = [];
  for (const { passage, score } of fuseScores(candidates, titleMatch)) {
    if (ranked.length === k) break;
    const original = index.passages.firstAlike(passage);
    if (seen.has(original)) continue;
    seen.add(original);
    ranked.push({
      passage,
      score,
      ranks: { words: wordRanks.get(passage) ?? null, vectors: vectorRanks.get(passage) ?? null },
      cosines:
        vectors === null || vector === null ? null : pieceCosines(vectors.index, vectors.pieces, vector, passage),
      twins: index.passages.alike(passage).filter((twin) => twin !== passage && accept(twin)),
    });
  }
  return ranked;
}

function ranksOf(list: readonly Scored[]): ReadonlyMap<number, number> {
  return new Map(list.map(({ item }, at) => [item, at + 1]));
}
