import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createHnswBuilder, readHnswIndex } from '#knowledge/vectors/hnsw-index.ts';
import { searchPassages } from '#knowledge/vectors/search-pieces.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const dimensions = 64;

/** Deterministic numbers (mulberry32), so that recall is the same on every run. */
function createRandom(seed: number) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function randomUnits(count: number, seed: number): Float32Array[] {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => {
    const vector = Float32Array.from({ length: dimensions }, () => random() + random() + random() - 1.5);
    const length = Math.hypot(...vector);
    return vector.map((value) => value / length);
  });
}

const dot = (a: Float32Array, b: Float32Array) => a.reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);

function exact(vectors: readonly Float32Array[], query: Float32Array, k: number): number[] {
  return vectors
    .map((vector, item) => ({ item, score: dot(vector, query) }))
    .sort((a, b) => b.score - a.score)
    .slice(0, k)
    .map(({ item }) => item);
}

async function build(vectors: readonly Float32Array[]) {
  const builder = createHnswBuilder(dimensions);
  await builder.add(vectors);
  return builder.finish();
}

describe('the HNSW index', () => {
  test('finds 98 of 100 of the exact nearest neighbours', async () => {
    const vectors = randomUnits(3_000, 1);
    const index = await build(vectors);
    let found = 0;
    const queries = randomUnits(100, 2);
    for (const query of queries) {
      const truth = new Set(exact(vectors, query, 50));
      found += index.search(query, 50).filter(({ item }) => truth.has(item)).length;
    }
    expect(found / (queries.length * 50)).toBeGreaterThanOrEqual(0.98);
  });

  test('scores by cosine, best first', async () => {
    const vectors = randomUnits(50, 3);
    const index = await build(vectors);
    const query = vectors[7]!;
    const found = index.search(query, 10);
    expect(found[0]).toMatchObject({ item: 7 });
    for (const { item, score } of found) {
      expect(score).toBeCloseTo(dot(query, vectors[item]!), 5);
      expect(index.cosine(query, item)).toBeCloseTo(score, 5);
    }
  });

  test('is the same graph for the same vectors, and after being saved', async () => {
    const vectors = randomUnits(500, 4);
    const [one, other] = [await build(vectors), await build(vectors)];
    const file = join(temporaryFolder(), 'vectors.hnsw');
    await one.write(file);
    const read = await readHnswIndex(file, dimensions);
    for (const query of randomUnits(20, 5)) {
      expect(other.search(query, 20)).toEqual(one.search(query, 20));
      expect(read.search(query, 20)).toEqual(one.search(query, 20));
    }
  });

  test('answers when it is empty or asked for more than it has', async () => {
    expect((await build([])).search(randomUnits(1, 6)[0]!, 5)).toEqual([]);
    expect((await build(randomUnits(3, 6))).search(randomUnits(1, 7)[0]!, 50)).toHaveLength(3);
  });

  test('ranks a passage by its nearest piece and fills up past passages that are not accepted', async () => {
    const vectors = randomUnits(400, 8);
    const index = await build(vectors);
    const passageOf = Uint32Array.from({ length: 400 }, (_, label) => label >> 2);
    const starts = Uint32Array.from({ length: 101 }, (_, passage) => passage << 2);
    const query = randomUnits(1, 9)[0]!;
    const best = (passage: number) => Math.max(...[0, 1, 2, 3].map((at) => dot(query, vectors[passage * 4 + at]!)));
    const accept = (passage: number) => passage % 10 === 0;
    const found = searchPassages(index, { starts, passageOf }, query, 10, accept);
    expect(found.map(({ item }) => item).sort((a, b) => a - b)).toEqual([0, 10, 20, 30, 40, 50, 60, 70, 80, 90]);
    for (const { item, score } of found) expect(score).toBeCloseTo(best(item), 5);
  });
});
