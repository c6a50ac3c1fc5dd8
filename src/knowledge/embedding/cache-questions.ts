import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Embedder } from '#domain/ports.ts';

/**
 * Remembers the vectors of the last `max` single texts, which is how questions come. Keyed by hash: a question's words
 * do not outlive the question.
 */
export function cacheQuestions(embedder: Embedder, max: number): Embedder {
  const known = new LRUCache<string, Float32Array>({ max });
  return {
    identity: embedder.identity,
    dimensions: () => embedder.dimensions(),
    close: () => embedder.close(),
    async embed(texts, signal) {
      const [text] = texts;
      if (text === undefined || texts.length > 1) return embedder.embed(texts, signal);
      signal?.throwIfAborted();
      const key = createHash('sha256').update(text).digest('base64');
      const hit = known.get(key);
      if (hit !== undefined) return [hit];
      const vectors = await embedder.embed(texts, signal);
      if (vectors[0] !== undefined) known.set(key, vectors[0]);
      return vectors;
    },
  };
}
