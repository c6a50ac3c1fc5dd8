import { createHash } from 'node:crypto';
import type { Embedder } from '#domain/ports.ts';
import { listTerms } from '#knowledge/words/list-terms.ts';

export interface FakeEmbedder extends Embedder {
  /** Every text that was embedded, in order. */
  readonly embedded: string[];
  /** Makes every further call fail, until it is set to null again. */
  failure: Error | null;
}

const dimensions = 64;

/** Unit vectors that are near when texts share words: each word adds to one place, found by its hash. */
export function createFakeEmbedder(identity = 'fake@1'): FakeEmbedder {
  const embedded: string[] = [];
  const embedder: FakeEmbedder = {
    identity,
    embedded,
    failure: null,
    dimensions: async () => {
      if (embedder.failure) throw embedder.failure;
      return dimensions;
    },
    async embed(texts, signal) {
      signal?.throwIfAborted();
      if (embedder.failure) throw embedder.failure;
      embedded.push(...texts);
      return texts.map(vectorOf);
    },
    async close() {
      embedder.failure = new Error('closed');
    },
  };
  return embedder;
}

function vectorOf(text: string): Float32Array {
  const vector = new Float32Array(dimensions).fill(0.01);
  for (const term of listTerms(text)) {
    const place = (createHash('sha256').update(term).digest()[0] ?? 0) % dimensions;
    vector[place] = (vector[place] ?? 0) + 1;
  }
  const length = Math.hypot(...vector);
  return vector.map((value) => value / length);
}
