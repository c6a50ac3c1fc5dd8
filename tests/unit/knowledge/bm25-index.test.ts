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

const fields = [
  { name: 'title', weight: 2, b: 0.5 },
  { name: 'headings', weight: 2, b: 0.3 },
  { name: 'body', weight: 1, b: 0.7 },
] as const;

/** The formulas as they are written, one passage after the other: BM25F with its sharpened idf, and the title's coverage. */
function bruteForce(texts: readonly Text[], query: ReadonlyArray<{ term: string; weight: number }>): number[] {
  const average = (name: (typeof fields)[number]['name']) =>
    texts.reduce((sum, text) => sum + text[name].length, 0) / texts.length;
  const idfOf = (term: string) => {
    const holders = texts.filter((other) => fields.some(({ name }) => other[name].includes(term))).length;
    return Math.log(1 + (texts.length - holders + 0.5) / (holders + 0.5));
  };
  const coverage = (title: readonly string[]) => {
    const own = [...new Set(title)];
    const asked = own.map((term) => idfOf(term) * Math.min(query.find((q) => q.term === term)?.weight ?? 0, 1));
    const match = asked.reduce((sum, amount) => sum + amount, 0);
    return match === 0 ? 0 : match * Math.sqrt(match / own.reduce((sum, term) => sum + idfOf(term), 0));
  };
  const known = query.filter(({ term }) => texts.some((text) => fields.some(({ name }) => text[name].includes(term))));
  const length = known.reduce((sum, { weight }) => sum + weight, 0);
  const power = Math.min(1.9, Math.max(0.7, 1 + 0.3 * Math.log(length / 3.3)));
  const sumOf = (value: (term: string) => number) => known.reduce((sum, { term }) => sum + value(term), 0);
  const kept = sumOf(idfOf) / sumOf((term) => idfOf(term) ** power);
  return texts.map((text) =>
    known.reduce((sum, { term, weight }) => {
      const frequency = fields.reduce((total, field) => {
        const occurrences = text[field.name].filter((word) => word === term).length;
        const length = average(field.name) === 0 ? 0 : text[field.name].length / average(field.name);
        return total + (field.weight * occurrences) / (1 - field.b + field.b * length);
      }, 0);
      return sum + (weight * kept * idfOf(term) ** power * frequency * 2.2) / (frequency + 1.2);
    }, coverage(text.title)),
  );
}

const word = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
const words = fc.array(word, { maxLength: 6 });
const text = fc.record({ title: words, headings: words, body: fc.array(word, { minLength: 1, maxLength: 12 }) });
const query = fc.uniqueArray(
  fc.record({
    term: fc.constantFrom('a', 'b', 'c', 'unknown'),
    weight: fc.double({ min: 0.1, max: 1.5, noNaN: true }),
  }),
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
          expect(score).toBeCloseTo(expected[passage]!, 5);
        const found = index.search(terms, texts.length);
        expect(found).toHaveLength(expected.filter((score) => score > 0).length);
        for (const { item, score } of found) expect(score).toBeCloseTo(expected[item]!, 5);
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
    const { size: _, ...saved } = columns;
    const { terms, offsets, passages, gains, titleOf, titleOffsets, titles } = columns;
    const read = decodeColumns(encodeColumns(saved));
    expect(read.strings('terms')).toEqual(terms);
    expect(read.integers('offsets')).toEqual(offsets);
    expect(read.integers('passages')).toEqual(passages);
    expect(read.floats('gains')).toEqual(gains);
    expect(read.integers('titleOf')).toEqual(titleOf);
    expect(read.integers('titleOffsets')).toEqual(titleOffsets);
    expect(read.integers('titles')).toEqual(titles);
    expect(() => read.strings('gains')).toThrow(/missing/);
  });

  test('does not make more of a title in a short passage than in a long one', () => {
    const texts = [['short'], Array.from({ length: 40 }, (_, at) => `long${at}`)].map((body) => ({
      title: ['gastric'],
      headings: [],
      body,
    }));
    const [short, long] = createBm25Index(buildColumns(texts)).score([{ term: 'gastric', weight: 1 }], [0, 1]);
    expect(short).toBe(long);
  });

  test('puts the passage whose title is what is asked before one whose title also holds it', () => {
    const passages = [['gastric', 'cancer', 'and', 'nutrition', 'abroad'], ['gastric', 'cancer'], ['lung']];
    const index = createBm25Index(buildColumns(passages.map((title) => ({ title, headings: [], body: ['given'] }))));
    const query = [
      { term: 'gastric', weight: 1 },
      { term: 'cancer', weight: 1 },
    ];
    expect(index.search(query, 3).map(({ item }) => item)).toEqual([1, 0]);
    // 2 of 3 passages hold each: idf = ln(1 + 1.5 / 2.5) = 0.47. The whole title is asked for: 2 × 0.47 × √1 on top of BM25F,
    // 2 × 0.47 × 2.2 f / (f + 1.2) with f = 2 / (0.5 + 0.5 × 2 / (8 / 3)) = 2.2857.
    const expected = 2 * Math.log(1.6) * (1 + (2.2 * 2.2857) / (2.2857 + 1.2));
    expect(index.score(query, [1])[0]).toBeCloseTo(expected, 3);
    // Nothing of one question is left for the next.
    expect(index.search([{ term: 'lung', weight: 1 }], 3).map(({ item }) => item)).toEqual([2]);
    expect(index.score([], [1])).toEqual([0]);
  });

  test('says how far a title is what is asked', () => {
    const titles = [['gastric', 'cancer'], ['gastric', 'ulcer'], ['lung']];
    const index = createBm25Index(buildColumns(titles.map((title) => ({ title, headings: [], body: ['given'] }))));
    const asked = ['gastric', 'cancer'].map((term) => ({ term, weight: 1 }));
    expect(index.titleMatch(asked, 0)).toBeCloseTo(1, 6);
    // idf: ln(1.6) for gastric, in two of three, and ln(8 / 3) for cancer and ulcer, in one.
    const [shared, own] = [Math.log(1.6), Math.log(8 / 3)];
    expect(index.titleMatch(asked, 1)).toBeCloseTo((shared * Math.sqrt(shared / (shared + own))) / (shared + own), 6);
    expect(index.titleMatch(asked, 2)).toBe(0);
    expect(index.titleMatch([{ term: 'gastric', weight: 1 }], 0)).toBeLessThan(1);
    // Nothing of it is left for the next question, and one of unknown words has no match.
    expect(index.titleMatch([{ term: 'unknown', weight: 1 }], 0)).toBe(0);
  });

  test('lets the rare word decide where a story is told around it', () => {
    const about = ['mother', 'hospital', 'weeks', 'tired'];
    const story = ['son', 'daughter', 'month', 'visit'];
    const others = Array.from({ length: 60 }, (_, at) => (at < 20 ? [...about, `a${at}`] : [...story, `b${at}`]));
    const passages = [['sarcoma', 'spreads', 'to', 'the', 'lung'], ...others];
    const index = createBm25Index(buildColumns(passages.map((body) => ({ title: [], headings: [], body }))));
    const best = (terms: readonly string[]) =>
      index.search(
        terms.map((term) => ({ term, weight: 1 })),
        1,
      )[0]?.item;
    expect(best(['sarcoma', ...about])).toBe(1);
    expect(best(['sarcoma', ...about, ...story])).toBe(0);
  });

  test('finds nothing in an empty corpus', () => {
    const index = createBm25Index(buildColumns([]));
    expect(index.search([{ term: 'a', weight: 1 }], 5)).toEqual([]);
  });
});
