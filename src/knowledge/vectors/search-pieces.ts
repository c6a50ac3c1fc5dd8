import type { Scored } from '#knowledge/words/keep-best.ts';
import type { VectorIndex } from './vector-index.ts';

/** Which pieces belong to a passage: passage `p` has the labels `starts[p]` to before `starts[p + 1]`. */
export interface PieceMap {
  readonly starts: Uint32Array;
  readonly passageOf: Uint32Array;
}

/** The best `k` passages that `accept` lets through; a passage is as near as its nearest piece. */
export function searchPassages(
  vectors: VectorIndex,
  pieces: PieceMap,
  query: Float32Array,
  k: number,
  accept: (passage: number) => boolean,
): Scored[] {
  // Several pieces of one passage may be near, and some passages are not accepted: ask for more until it is enough.
  for (let ask = 2 * k; ; ask *= 2) {
    const best = new Map<number, number>();
    const found = vectors.search(query, ask);
    for (const { item, score } of found) {
      const passage = pieces.passageOf[item] ?? 0;
      if (!best.has(passage) && accept(passage)) best.set(passage, score);
    }
    if (best.size >= k || ask >= vectors.size) {
      return [...best].slice(0, k).map(([item, score]) => ({ item, score }));
    }
  }
}

/** The cosine of each of a passage's pieces, in order. */
export function pieceCosines(vectors: VectorIndex, pieces: PieceMap, query: Float32Array, passage: number): number[] {
  const cosines: number[] = [];
  for (let label = pieces.starts[passage] ?? 0; label < (pieces.starts[passage + 1] ?? 0); label += 1) {
    cosines.push(vectors.cosine(query, label));
  }
  return cosines;
}

/** The cosine of a passage's nearest piece; null when it has none. */
export function passageCosine(
  vectors: VectorIndex,
  pieces: PieceMap,
  query: Float32Array,
  passage: number,
): number | null {
  const cosines = pieceCosines(vectors, pieces, query, passage);
  return cosines.length === 0 ? null : Math.max(...cosines);
}
