import { describe, expect, test } from 'vitest';
import { foldLookalikes } from '#assistant/screen/fold-lookalikes.ts';
import { normaliseText } from '#assistant/screen/normalise-text.ts';
import { createReadings } from '#assistant/screen/word-readings.ts';

describe('normaliseText', () => {
  test.each([
    ['ＣＨＥＳＴ Pain', 'chest pain'],
    ['k\u200bi\u200dll', 'kill'],
    ['\u202Echest\u202C', 'chest'],
    ['Fiévre', 'fievre'],
    ['٣٨٫٥', '38.5'],
    ['१०२', '102'],
    ['can’t', "can't"],
    ['कैंसर पाँव', 'कैंसर पांव'],
    ['ي ك ة', 'ی ک ہ'],
  ])('%s → %s', (raw, folded) => {
    expect(normaliseText(raw).text).toBe(folded);
  });

  test('every place of the result points at the character it came from', () => {
    const raw = 'a\u200b ﬁt ٣٨';
    const { text, offsets } = normaliseText(raw);
    expect(text).toBe('a fit 38');
    expect(raw.slice(offsets[text.indexOf('fit')], offsets[text.indexOf('t')])).toBe('ﬁ');
    expect(offsets).toHaveLength(text.length + 1);
    expect(offsets.at(-1)).toBe(raw.length);
  });
});

describe('foldLookalikes', () => {
  test('turns Cyrillic lookalikes within a Latin word', () => expect(foldLookalikes('suiсidе')).toBe('suicide'));
  test('leaves Russian words alone', () => expect(foldLookalikes('рак')).toBe('рак'));
});

describe('readings of a word', () => {
  const readings = createReadings({
    known: new Set(['breathe', 'seizure', 'chest', 'suicide', 'spelling']),
    knownPrefix: () => false,
    notSlips: new Set(['breathed']),
  });
  test.each([
    ['brethe', ['breathe']],
    ['siezure', ['seizure']],
    ['su1c1de', ['suicide']],
    ['cheeeest', ['chest']],
    ['breathed', []],
    ['xseizure', []],
    ['table', []],
  ])('%s may stand for %j', (word, meant) => {
    expect(readings(word)).toEqual(meant);
  });
});
