import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { cacheQuestions } from '#knowledge/embedding/cache-questions.ts';
import { embedWithCache } from '#knowledge/embedding/embed-with-cache.ts';
import { type EmbeddingCache, embeddingKey } from '#knowledge/embedding/embedding-cache.ts';
import { createSqliteEmbeddingCache } from '#storage/sqlite/embedding-cache.ts';
import { createFakeEmbedder } from '../../support/fake-embedder.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

function open(path = ':memory:'): EmbeddingCache {
  const cache = createSqliteEmbeddingCache(path);
  onTestFinished(() => cache.close());
  return cache;
}

describe('the cache of embeddings', () => {
  test('gives back what was put, by encoder, after being opened again', async () => {
    const path = join(temporaryFolder(), 'embeddings.db');
    const vector = Float32Array.from([0.1, -0.2, 0.3]);
    const first = createSqliteEmbeddingCache(path);
    await first.putMany('one@1', [{ key: 'a', vector }]);
    await first.close();
    const cache = open(path);
    expect(await cache.getMany('one@1', ['a', 'b'])).toEqual([vector, null]);
    expect(await cache.getMany('one@2', ['a'])).toEqual([null]);
  });

  test('is replaced when its file is no database any more', async () => {
    const path = join(temporaryFolder(), 'embeddings.db');
    writeFileSync(path, 'this is no database'.repeat(300));
    const cache = open(path);
    expect(await cache.getMany('one@1', ['a'])).toEqual([null]);
  });
});

describe('embedding with the cache', () => {
  test('embeds each text once, and none that is known', async () => {
    const [embedder, cache] = [createFakeEmbedder(), open()];
    const first = await embedWithCache(['a', 'b', 'a'], { embedder, cache });
    expect(first[0]).toEqual(first[2]);
    const second = await embedWithCache(['b', 'c'], { embedder, cache });
    expect(second[0]).toEqual(first[1]);
    expect(embedder.embedded).toEqual(['a', 'b', 'c']);
  });

  test('embeds a damaged entry again', async () => {
    const [embedder, cache] = [createFakeEmbedder(), open()];
    await cache.putMany(embedder.identity, [{ key: embeddingKey('a'), vector: new Float32Array(64) }]);
    const [vector] = await embedWithCache(['a'], { embedder, cache });
    expect(Math.hypot(...(vector ?? []))).toBeCloseTo(1, 4);
  });
});

describe('remembering questions', () => {
  test('embeds the same question once and forgets the oldest', async () => {
    const inner = createFakeEmbedder();
    const embedder = cacheQuestions(inner, 2);
    for (const question of ['a', 'b', 'a', 'c', 'b']) await embedder.embed([question]);
    expect(inner.embedded).toEqual(['a', 'b', 'c', 'b']);
  });

  test('does not answer a cancelled question from memory', async () => {
    const embedder = cacheQuestions(createFakeEmbedder(), 2);
    await embedder.embed(['a']);
    await expect(embedder.embed(['a'], AbortSignal.abort(new Error('gone')))).rejects.toThrow('gone');
  });
});
