import { appendFileSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createHnswBuilder } from '#knowledge/vectors/hnsw-index.ts';
import { isWholeHnswFile } from '#knowledge/vectors/is-whole-hnsw-file.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const count = 300;

/** Enough vectors that some stand in higher layers, whose links come last in the file. */
async function writtenFile(): Promise<string> {
  const builder = createHnswBuilder(8);
  await builder.add(
    Array.from({ length: count }, (_, at) => Float32Array.from({ length: 8 }, (_, d) => Math.sin(at * 9 + d))),
  );
  const path = join(temporaryFolder(), 'vectors.hnsw');
  await builder.finish().write(path);
  return path;
}

test('a file as hnswlib wrote it is whole, with that number of elements', async () => {
  const path = await writtenFile();
  expect(await isWholeHnswFile(path, count)).toBe(true);
  expect(await isWholeHnswFile(path, count - 1)).toBe(false);
  expect(await isWholeHnswFile(path, count + 1)).toBe(false);
});

test('an index of nothing is whole', async () => {
  const path = join(temporaryFolder(), 'vectors.hnsw');
  await createHnswBuilder(8).finish().write(path);
  expect(await isWholeHnswFile(path, 0)).toBe(true);
});

test('a file that ends anywhere else is not whole', async () => {
  const path = await writtenFile();
  const bytes = readFileSync(path);
  for (const length of [
    0,
    95,
    96,
    4_096,
    bytes.length - count * 4,
    bytes.length - 5,
    bytes.length - 4,
    bytes.length - 1,
  ]) {
    writeFileSync(path, bytes);
    truncateSync(path, length);
    expect({ length, isWhole: await isWholeHnswFile(path, count) }).toEqual({ length, isWhole: false });
  }
  writeFileSync(path, bytes);
  appendFileSync(path, '\0');
  expect(await isWholeHnswFile(path, count)).toBe(false);
});
