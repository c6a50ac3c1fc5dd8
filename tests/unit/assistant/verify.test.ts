import { describe, expect, it } from 'vitest';
import { verifyQuote } from '#assistant/verify/verify-quote.ts';
import { verifySentence } from '#assistant/verify/verify-sentence.ts';
import type { DocumentRevision } from '#domain/document.ts';

const verbatim = (sentence: string, quote: string) =>
  verifySentence(sentence, { quotes: [quote], heading: 'Healing', columns: null });

describe('verifySentence, one quote', () => {
  const quote = 'Stitches are **not** removed before 10–14 days.';

  it('accepts the words of the quote without its marks', () => {
    expect(verbatim('Stitches are not removed before 10–14 days.', quote)).toBeNull();
  });

  it.each([
    ['a digit changed', 'Stitches are not removed before 10–15 days.'],
    ['an end of a range dropped', 'Stitches are not removed before 10 days.'],
    ['a negation dropped', 'Stitches are removed before 10–14 days.'],
    ['a unit changed', 'Stitches are not removed before 10–14 weeks.'],
    ['a word added', 'Stitches are usually not removed before 10–14 days.'],
    ['words moved', 'Before 10–14 days stitches are not removed.'],
    ['nothing said', ''],
  ])('rejects %s', (_, sentence) => {
    expect(verbatim(sentence, quote)).not.toBeNull();
  });

  it('rejects a sentence without a quote', () => {
    expect(verifySentence('Anything.', { quotes: [], heading: null, columns: null })).toBe('no_quote');
  });
});

describe('verifySentence, values under a heading', () => {
  const evidence = { quotes: ['**With brace:** ~70%', '**Without:** ~55%'], heading: 'Return to sport', columns: null };

  it('accepts the values in order under their own heading', () => {
    expect(verifySentence('Return to sport — With brace: ~70%; Without: ~55%.', evidence)).toBeNull();
  });

  it.each([
    ['another heading', 'Return to work — With brace: ~70%; Without: ~55%.'],
    ['values swapped', 'Return to sport — With brace: ~55%; Without: ~70%.'],
    ['one value left out', 'Return to sport — With brace: ~70%.'],
  ])('rejects %s', (_, sentence) => {
    expect(verifySentence(sentence, evidence)).toBe('not_verbatim');
  });
});

describe('verifySentence, a table row', () => {
  const row = {
    quotes: ['| Stay | 2 days | 5 days (longer after 80) |'],
    heading: 'Stay',
    columns: ['', 'Keyhole', 'Open'],
  };

  it('accepts cells under their own columns, all or some', () => {
    expect(verifySentence('Stay — Keyhole: 2 days; Open: 5 days (longer after 80).', row)).toBeNull();
    expect(verifySentence('Stay — Open: 5 days (longer after 80).', row)).toBeNull();
  });

  it.each([
    ['a cell under another column', 'Stay — Keyhole: 5 days (longer after 80).'],
    ['columns out of order', 'Stay — Open: 5 days (longer after 80); Keyhole: 2 days.'],
    ['a cell cut short', 'Stay — Open: 5 days.'],
    ['another row name', 'Cost — Keyhole: 2 days.'],
    ['no cell at all', 'Stay — '],
  ])('rejects %s', (_, sentence) => {
    expect(verifySentence(sentence, row)).toBe('not_this_row');
  });

  it('reads an escaped bar as part of its cell', () => {
    const escaped = { quotes: ['| Dose | 1\\|2 | none |'], heading: null, columns: ['', 'A', 'B'] };
    expect(verifySentence('Dose — A: 1|2; B: none.', escaped)).toBeNull();
  });
});

describe('verifyQuote', () => {
  const document = { version: 'v1', text: 'One. Two. Three.' } as DocumentRevision;
  const quote = { quote: 'Two.', start: 5, end: 9, documentVersion: 'v1' };

  it('accepts words that stand at their offsets', () => {
    expect(verifyQuote(quote, document)).toBe(true);
  });

  it.each([
    ['offsets that are off by one', { ...quote, start: 4, end: 8 }],
    ['words that stand elsewhere', { ...quote, quote: 'Six.' }],
    ['another version of the document', { ...quote, documentVersion: 'v2' }],
    ['an empty quote', { ...quote, quote: '', end: 5 }],
  ])('rejects %s', (_, wrong) => {
    expect(verifyQuote(wrong, document)).toBe(false);
  });
});
