import type { Embedder } from '#domain/ports.ts';
import { type EmbeddingCache, embeddingKey } from './embedding-cache.ts';

/** Embeds what the cache does not have and stores it before returning; equal texts are embedded once. */
export async function embedWithCache(
  texts: readonly string[],
  deps: { readonly embedder: Embedder; readonly cache: EmbeddingCache; readonly signal?: AbortSignal },
): Promise<Float32Array[]> {
  const { embedder, cache, signal } = deps;
  const keys = texts.map(embeddingKey);
  const vectors = new Map<string, Float32Array>();
  for (const [at, vector] of (await cache.getMany(embedder.identity, keys)).entries()) {
    const key = keys[at];
    if (vector !== null && key !== undefined && isUnit(vector)) vectors.set(key, vector);
  }
  const missing = new Map<string, string>();
  for (const [at, text] of texts.entries()) {
    const key = keys[at];
    if (key !== undefined && !vectors.has(key)) missing.set(key, text);
  }
  if (missing.size > 0) {
    const fresh = await embedder.embed([...missing.values()], signal);
    const entries = [...missing.keys()].map((key, at) => ({ key, vector: vectorAt(fresh, at) }));
    await cache.putMany(embedder.identity, entries);
    for (const { key, vector } of entries) vectors.set(key, vector);
  }
  return keys.map((key) => vectors.get(key) ?? vectorAt([], 0));
}

function vectorAt(vectors: readonly Float32Array[], at: number): Float32Array {
  const vector = vectors[at];
  if (vector === undefined) throw new Error('The encoder gave fewer vectors than texts.');
  return vector;
}

/** A damaged entry is embedded again. */
function isUnit(vector: Float32Array): boolean {
  let squares = 0;
  for (const value of vector) squares += value * value;
  return Math.abs(squares - 1) < 1e-3;
}
