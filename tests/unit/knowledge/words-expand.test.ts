import { describe, expect, test } from 'vitest';
import { createBm25Index } from '#knowledge/words/bm25-index.ts';
import { createBm25Builder } from '#knowledge/words/build-bm25.ts';
import { createTermCorrector } from '#knowledge/words/correct-term.ts';
import { editDistance } from '#knowledge/words/edit-distance.ts';
import { expandQuery, termWeights } from '#knowledge/words/expand-query.ts';
import { readGlossaryPhrases } from '#knowledge/words/glossary-phrases.ts';
import { listTerms } from '#knowledge/words/list-terms.ts';

const passages = [
  'CIK cells, cytokine-induced killer cells, are given for gastric cancer',
  'CIK cells and chemotherapy in colorectal cancer',
  'CIK immunotherapy: progression-free survival in non-small cell lung cancer',
  'CIK and acute leukaemia',
  'The PD-1 inhibitor costs more, stage 4',
];
const glossary = [
  {
    term: 'gastric cancer',
    aliases: ['stomach cancer', 'cancer of the stomach'],
    related: ['tumour'],
    caseSensitive: false,
  },
  { term: 'CIK', aliases: ['cytokine-induced killer', 'CIK cells'], related: [], caseSensitive: false },
  { term: 'progression-free survival', aliases: ['PFS'], related: [], caseSensitive: false },
  { term: 'ALL', aliases: ['acute lymphoblastic leukaemia'], related: [], caseSensitive: true },
];

const builder = createBm25Builder();
for (const passage of passages) builder.add({ title: [], headings: [], body: listTerms(passage) });
const index = createBm25Index(builder.finish());
const phrases = readGlossaryPhrases(glossary);
const correct = createTermCorrector([...index.terms, ...phrases.stems], index.documentFrequency);
const expand = (query: string) =>
  new Map(expandQuery(query, { index, phrases, correct }).map((t) => [t.term, t.weight]));

describe('expanding a question', () => {
  test('adds the names the documents use, below the weight of its own words', () => {
    const weights = expand('does it work for stomach cancer?');
    expect(weights.get('cancer')).toBe(1);
    expect(weights.get('gastric')).toBeGreaterThan(0);
    expect(weights.get('gastric')).toBeLessThanOrEqual(termWeights.alias);
    expect([...weights.keys()]).not.toContain('stomach');
    expect(expand('PFS?').get('surviv')).toBeGreaterThan(0);
  });

  test('counts a word that comes back more, and a word of asking less', () => {
    const weights = expand(
      'Hello, my leukaemia came back. Is leukaemia treated with chemotherapy? I need to know. Leukaemia!',
    );
    expect(weights.get('leukemia')).toBeCloseTo(Math.sqrt(3));
    expect(weights.get('chemotherapi')).toBe(1);
    const asked = createBm25Builder();
    asked.add({ title: [], headings: [], body: listTerms('need help with nutrition') });
    const own = createBm25Index(asked.finish());
    const terms = expandQuery('I need help with nutrition', { index: own, phrases, correct });
    expect(Object.fromEntries(terms.map(({ term, weight }) => [term, weight]))).toEqual({
      need: termWeights.chatter,
      help: termWeights.chatter,
      nutrit: 1,
    });
  });

  test('lets a rare spelling of a common thing count no more than the thing', () => {
    const weights = expand('CIK');
    const gain = (term: string) => (weights.get(term) ?? 0) * index.inverseDocumentFrequency(term);
    expect(gain('killer')).toBeGreaterThan(0);
    expect(gain('killer')).toBeLessThanOrEqual(gain('cik'));
  });

  test('takes an abbreviation that is also a word only as written', () => {
    expect(expand('is ALL treated').has('leukemia')).toBe(true);
    expect(expand('treat all of them').has('leukemia')).toBe(false);
  });

  test('finds PD-1 however it is written', () => {
    for (const query of ['PD-1', 'PD1', 'pd‑1', 'PD 1']) {
      expect(index.search(expandQuery(query, { index, phrases, correct }), 1)[0]?.item).toBe(4);
    }
  });

  test('reads a number and its word written as one', () => {
    expect(expand('stage4')).toEqual(
      new Map([
        ['stage', 1],
        ['4', 1],
      ]),
    );
  });

  test('has no terms where a question is made of stop words', () => {
    expect(expandQuery('what is it', { index, phrases, correct })).toEqual([]);
  });
});

describe('typing errors', () => {
  test.each([
    ['immunotherpy', 'immunotherapi'],
    ['chemotehrapy', 'chemotherapi'],
    ['colorektal', 'colorect'],
    ['luekemia', 'leukemia'],
    ['cancr', 'cancer'],
  ])('%s is searched as %s, with less weight', (typed, meant) => {
    const weight = expand(typed).get(meant);
    expect(weight).toBeGreaterThan(0.3);
    expect(weight).toBeLessThan(1);
  });

  test('are corrected to words only the glossary knows, and then bridged', () => {
    expect(expand('stomack cancer').has('gastric')).toBe(true);
  });

  test('leave known words, short words and numbers alone', () => {
    expect(correct('abc')).toEqual([]);
    expect(correct('12345')).toEqual([]);
    expect([...expand('lung').keys()]).toEqual(['lung']);
  });

  test('offer three corrections at most, the nearest and most frequent', () => {
    const frequency = new Map([
      ['bold', 1],
      ['cold', 9],
      ['fold', 3],
      ['gold', 5],
      ['holding', 90],
    ]);
    const guess = createTermCorrector(frequency.keys(), (term) => frequency.get(term) ?? 0);
    expect(guess('xold').map(({ term }) => term)).toEqual(['cold', 'gold', 'fold']);
  });

  test('count a swap of neighbours as one edit', () => {
    expect(editDistance('tumuor', 'tumour', 2)).toBe(1);
    expect(editDistance('abc', 'cab', 2)).toBe(2);
    expect(editDistance('abcdef', 'uvwxyz', 2)).toBe(3);
  });
});
