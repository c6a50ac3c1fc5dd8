import { describe, expect, it } from 'vitest';
import { mendSpelling } from '#assistant/ask/mend-spelling.ts';
import { oneEditAway } from '#assistant/ask/one-edit-away.ts';

const lexicon = {
  isWord: (word: string) => word === 'visa',
  englishWords: new Set(['survival', 'laboratory', 'evidence', 'aspirin', 'sprain', 'visa', 'natural', 'growing']),
  frequency: (stem: string) =>
    ['surviv', 'laboratori', 'evid', 'natur', 'grow', 'via', 'osimertinib', 'cik'].indexOf(stem) + 1,
};
const mend = (text: string) => mendSpelling(text, lexicon);

describe('spelling', () => {
  it('is mended where one typing error explains it', () => {
    expect(mend('what is the survivel, any evidense from the laborotory?')).toBe(
      'what is the survival, any evidence from the laboratory?',
    );
  });
  it('leaves what somebody knows', () => {
    expect(mend('CIK visa osimertinib')).toBe('CIK visa osimertinib');
  });
  it('does not make a word that nobody here knows of one that somebody does', () => {
    expect(mend('asprin')).toBe('asprin');
    expect(mend('zzzz via')).toBe('zzzz via');
  });
});

describe('one edit', () => {
  it('is an insertion, a deletion, a replacement or a swap', () => {
    const all = new Set(oneEditAway('cat'));
    for (const other of ['at', 'act', 'cut', 'cart', 'cats']) expect(all.has(other)).toBe(true);
    expect(all.has('dog')).toBe(false);
  });
});
