import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeColumns, encodeColumns } from '#knowledge/indexing/columns-file.ts';
import { createBm25Index } from '#knowledge/words/bm25-index.ts';
import { createBm25Builder } from '#knowledge/words/build-bm25.ts';

type Text = { title: string[]; headings: string[]; body: string[] };

function buildColumns(texts: readonly Text[]) {
  const builder = createBm25Builder();
  for (const text of texts) builder.add(text);
  return builder.finish();
}

/** The formula as the papers write it, one passage after the other. */
function bruteForce(texts: readonly Text[], query: ReadonlyArray<{ term: string; weight: number }>): number[] {
  const flat = texts.map(({ title, headings, body }) => [...title, ...title, ...headings, ...headings, ...body]);
  const average = flat.reduce((sum, words) => sum + words.length, 0) / flat.length;
  return flat.map((words) =>
    query.reduce((sum, { term, weight }) => {
      const holders = flat.filter((other) => other.includes(term)).length;
      const frequency = words.filter((word) => word === term).length;
      const idf = Math.log(1 + (flat.length - holders + 0.5) / (holders + 0.5));
      return sum + weight * idf * ((frequency * 2.2) / (frequency + 1.2 * (1 - 0.7 + (0.7 * words.length) / average)));
    }, 0),
  );
}

const word = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
const words = fc.array(word, { maxLength: 6 });
const text = fc.record({ title: words, headings: words, body: fc.array(word, { minLength: 1, maxLength: 12 }) });
const query = fc.uniqueArray(
  fc.record({ term: fc.constantFrom('a', 'b', 'c', 'unknown'), weight: fc.double({ min: 0.1, max: 1, noNaN: true }) }),
  { selector: ({ term }) => term, minLength: 1 },
);

describe('the BM25 index', () => {
  test('scores as the formula does', () => {
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 12 }), query, (texts, terms) => {
        const index = createBm25Index(buildColumns(texts));
        const expected = bruteForce(texts, terms);
        const all = texts.map((_, passage) => passage);
        for (const [passage, score] of index.score(terms, all).entries())
          expect(score).toBeCloseTo(expected[passage]!, 9);
        const found = index.search(terms, texts.length);
        expect(found).toHaveLength(expected.filter((score) => score > 0).length);
        for (const { item, score } of found) expect(score).toBeCloseTo(expected[item]!, 9);
        expect(found.map(({ score }) => score)).toEqual(found.map(({ score }) => score).sort((a, b) => b - a));
      }),
    );
  });

  test('gives the best k of all, and only what is accepted', () => {
    fc.assert(
      fc.property(
        fc.array(text, { minLength: 1, maxLength: 20 }),
        query,
        fc.integer({ min: 0, max: 5 }),
        (texts, terms, k) => {
          const index = createBm25Index(buildColumns(texts));
          const all = index.search(terms, texts.length);
          expect(index.search(terms, k)).toEqual(all.slice(0, k));
          const even = (passage: number) => passage % 2 === 0;
          expect(index.search(terms, k, even)).toEqual(all.filter(({ item }) => even(item)).slice(0, k));
        },
      ),
    );
  });

  test('gives a term that every passage holds a small but positive weight', () => {
    const texts = ['x', 'y', 'z'].map((own) => ({ title: [], headings: [], body: ['cik', own] }));
    const index = createBm25Index(buildColumns(texts));
    expect(index.inverseDocumentFrequency('cik')).toBeGreaterThan(0);
    expect(index.inverseDocumentFrequency('cik')).toBeLessThan(index.inverseDocumentFrequency('x') / 5);
    expect(index.inverseDocumentFrequency('unknown')).toBe(0);
  });

  test('survives being saved and read', () => {
    const columns = buildColumns([
      { title: ['t'], headings: [], body: ['tumör', 'b', 'b'] },
      { title: [], headings: ['h'], body: [] },
    ]);
    const read = decodeColumns(encodeColumns({ ...columns }));
    expect(read.strings('terms')).toEqual(columns.terms);
    for (const name of ['offsets', 'passages', 'frequencies', 'lengths'] as const) {
      expect(read.integers(name)).toEqual(columns[name]);
    }
    expect(() => read.strings('lengths')).toThrow(/missing/);
  });

  test('finds nothing in an empty corpus', () => {
    const index = createBm25Index(buildColumns([]));
    expect(index.search([{ term: 'a', weight: 1 }], 5)).toEqual([]);
  });
});
