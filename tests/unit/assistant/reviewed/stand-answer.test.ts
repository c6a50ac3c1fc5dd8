import { describe, expect, it } from 'vitest';
import { parseAnswerFile } from '#assistant/reviewed/parse-answer-file.ts';
import { placeQuote } from '#assistant/reviewed/place-quote.ts';
import { standAnswer } from '#assistant/reviewed/stand-answer.ts';
import type { DocumentVersion } from '#domain/ids.ts';
import { splitIntoPassages } from '#knowledge/passages/split-into-passages.ts';
import { answerFile, createDocuments, knee, kneeText } from '../../../support/answer-samples.ts';

const document = { text: kneeText, passages: splitIntoPassages(knee()) };
const place = (quote: string, heading: string | null = null) => placeQuote({ quote, heading }, document);
const sliceOf = (quote: string, heading: string | null = null) => {
  const placed = place(quote, heading);
  return typeof placed === 'string' ? placed : kneeText.slice(placed.start, placed.end);
};

describe('a quote', () => {
  it.each([
    ['Do not bathe before that — showers are fine.', 'Do not bathe before that — showers are fine.'],
    ['Do not bathe\n  before that', 'Do not bathe before that'],
    ['showers are fine.', 'showers are fine.'],
    ['They are rare.', 'They are rare.'],
    ['Clots: They are rare.', '**Clots:** They are rare.'],
    ['| Crutches | 6 weeks |', '| Crutches | 6 weeks |'],
  ])('stands to the letter, white space and emphasis as the document has them: %s', (quote, slice) => {
    expect(sliceOf(quote)).toBe(slice);
  });

  it('is told from its twin by the heading above', () => {
    const quote = 'Stitches are removed after 10–14 days.';
    expect(place(quote)).toBe('stands in it more than once: name the heading above it');
    expect(sliceOf(quote, 'healing')).toBe('Stitches are removed after **10–14 days**.');
    expect(place(quote, 'Healing')).toMatchObject({ passage: { headingPath: ['Healing'] } });
  });

  it('that only resembles what stands there does not stand', () => {
    expect(place('Stitches are removed after 10-14 days.')).toBe('does not stand in it');
    expect(place('They are rare.', 'Healing')).toBe('does not stand in it');
  });

  it.each(['bathe before that — showers are fine.', 'Do not', 'removed after 10–14 days.'])(
    'may not leave half a clause behind: %s',
    (quote) => expect(place(quote, 'Healing')).toMatch(/^is cut off inside a clause/),
  );
});

describe('an answer', () => {
  const answer = parseAnswerFile(answerFile(), 'answers/bathing.md');

  it('stands on the document it was written against, without a word', async () => {
    const { documents } = createDocuments(knee());
    const { quotes, warnings } = await standAnswer(answer, documents);
    expect(warnings).toEqual([]);
    expect(quotes?.[0]?.[0]).toMatchObject({ start: kneeText.indexOf('Do not'), document: { id: 'knee' } });
  });

  it('still stands on a changed document that has every quote, and says that it changed', async () => {
    const { documents } = createDocuments(
      knee({ version: 'ffff0000ffff0000' as DocumentVersion, text: `${kneeText}\nMore.\n` }),
    );
    const { quotes, warnings } = await standAnswer(answer, documents);
    expect(quotes).not.toBeNull();
    expect(warnings).toEqual(['document "knee" has changed: a1b2c3d4 was read, it is now ffff0000ffff']);
  });

  it('does not stand once a quote is gone', async () => {
    const text = kneeText.replace('Do not bathe', 'You may bathe');
    const { documents } = createDocuments(knee({ version: 'ffff0000ffff0000' as DocumentVersion, text }));
    const { quotes, warnings } = await standAnswer(answer, documents);
    expect(quotes).toBeNull();
    expect(warnings).toEqual([
      'document "knee" has changed: a1b2c3d4 was read, it is now ffff0000ffff',
      'document "knee": the quote "Do not bathe before that" does not stand in it',
    ]);
  });

  it.each([
    ['withdrawn by its file', knee({ status: 'withdrawn' }), 'document "knee" is withdrawn'],
    ['a draft', knee({ status: 'draft' }), 'document "knee" is a draft'],
  ])('does not stand on a document that is %s', async (_, revision, warning) => {
    const { quotes, warnings } = await standAnswer(answer, createDocuments(revision).documents);
    expect(quotes).toBeNull();
    expect(warnings).toEqual([warning]);
  });

  it('does not stand on a document that was withdrawn, or never was', async () => {
    const store = createDocuments(knee());
    store.withdraw('knee');
    expect(await standAnswer(answer, store.documents)).toMatchObject({
      quotes: null,
      warnings: ['document "knee" is withdrawn'],
    });
    const none = await standAnswer(answer, createDocuments().documents);
    expect(none).toMatchObject({ quotes: null, warnings: ['there is no document "knee"'] });
  });

  it('without the version that was read says which one it is', async () => {
    const unversioned = parseAnswerFile(answerFile().replace('    version: a1b2c3d4\n', ''), 'answers/bathing.md');
    const { quotes, warnings } = await standAnswer(unversioned, createDocuments(knee()).documents);
    expect(quotes).not.toBeNull();
    expect(warnings).toEqual(['document "knee" is cited without the version that was read; it is now a1b2c3d4e5f6']);
  });

  it('is worked out again only when a document changed', async () => {
    const store = createDocuments(knee());
    const first = await standAnswer(answer, store.documents);
    expect(await standAnswer(answer, store.documents, first)).toBe(first);
    expect(store.counted.reads).toBe(1);
    store.withdraw('knee');
    expect((await standAnswer(answer, store.documents, first)).quotes).toBeNull();
  });
});
