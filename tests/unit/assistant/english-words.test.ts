import { describe, expect, test } from 'vitest';
import { createWordList, readEnglishWords } from '#assistant/ask/read-english-words.ts';

describe('a list of words', () => {
  test('holds each of its words, and nothing else', () => {
    const words = ['b', 'visa', 'a', 'visas', 'via', 'zebra', 'aardvark', 'viable'];
    const list = createWordList(words);
    for (const word of words) expect(list.has(word), word).toBe(true);
    for (const word of ['', 'v', 'vi', 'vis', 'visast', 'aa', 'zz', 'visa\nvia', 'zebr', 'Visa', 'über']) {
      expect(list.has(word), word).toBe(false);
    }
    expect(createWordList([]).has('a')).toBe(false);
  });

  test('of English knows everyday words and no misspelt ones', () => {
    const english = readEnglishWords();
    for (const word of ['visa', 'via', 'treatment', 'zoo', 'aardvark']) expect(english.has(word), word).toBe(true);
    for (const word of ['tretment', 'chemotherpy', 'qqq']) expect(english.has(word), word).toBe(false);
  });
});
