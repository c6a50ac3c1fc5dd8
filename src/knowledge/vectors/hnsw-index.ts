import { setImmediate } from 'node:timers/promises';
import hnswlib from 'hnswlib-node';
import type { Scored } from '#knowledge/words/keep-best.ts';
import { createCosine } from './remembered-cosine.ts';
import type { VectorIndex } from './vector-index.ts';

/** Malkov and Yashunin's (2018) usual values. The seed is fixed, so that the same corpus gives the same graph. */
const graph = { m: 16, efConstruction: 200, randomSeed: 100 } as const;

/**
 * Candidates kept while searching. Twice as many as are asked for finds only 75 to 94 of 100 true neighbours among random
 * vectors, the hardest there are; four times, and 400 at least, finds 98 and more in one or two milliseconds.
 */
function searchBreadth(k: number): number {
  return Math.max(400, 4 * k);
}

/** Adding a vector takes up to a millisecond; the event loop gets its turn after this many. */
const addsPerTurn = 16;

export interface HnswBuilder {
  /** Labels are given in order, from 0. */
  add(vectors: readonly Float32Array[]): Promise<void>;
  finish(): VectorIndex;
}

/** Hierarchical navigable small world graph over unit vectors; a score is their cosine. Holds more than `expected` too. */
export function createHnswBuilder(dimensions: number, expected = 1_024): HnswBuilder {
  const index = new hnswlib.HierarchicalNSW('ip', dimensions);
  index.initIndex({ maxElements: Math.max(1, expected), ...graph });
  let count = 0;
  return {
    async add(vectors) {
      for (const vector of vectors) {
        if (count === index.getMaxElements()) index.resizeIndex(count * 2);
        index.addPoint(Array.from(vector), count);
        count += 1;
        if (count % addsPerTurn === 0) await setImmediate();
      }
    },
    finish: () => wrap(index),
  };
}

/** Reads a graph from a file that was checked before: hnswlib trusts what it reads. */
export async function readHnswIndex(file: string, dimensions: number): Promise<VectorIndex> {
  const index = new hnswlib.HierarchicalNSW('ip', dimensions);
  await index.readIndex(file);
  return wrap(index);
}

function wrap(index: hnswlib.HierarchicalNSW): VectorIndex {
  const size = index.getCurrentCount();
  const cosine = createCosine((label) => index.getPoint(label), index.getNumDimensions(), size);
  return {
    size,
    search(query, k) {
      const wanted = Math.min(k, size);
      if (wanted === 0) return [];
      index.setEf(searchBreadth(wanted));
      const { neighbors, distances } = index.searchKnn(Array.from(query), wanted);
      return neighbors
        .map((item, at): Scored => ({ item, score: 1 - (distances[at] ?? 1) }))
        .sort((a, b) => b.score - a.score || a.item - b.item);
    },
    cosine,
    async write(file) {
      await index.writeIndex(file);
    },
  };
}
