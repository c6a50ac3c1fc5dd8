import { readFileSync } from 'node:fs';
import wordListPath from 'word-list';

export interface WordList {
  has(word: string): boolean;
}

/** Real English words, lower case, are never taken for misspelt ones: a "visa" is not a "via". Read when first asked. */
export function readEnglishWords(): WordList {
  let words: WordList | null = null;
  return {
    has(word) {
      words ??= createWordList(readFileSync(wordListPath, 'latin1').split('\n'));
      return words.has(word);
    },
  };
}

/**
 * The words as one sorted text, looked up by halving: a set of as many strings takes ten times the memory. Only words of
 * the letters a to z are known.
 */
export function createWordList(list: readonly string[]): WordList {
  const sorted = list.filter((word) => /^[a-z]+$/.test(word)).sort();
  const bytes = Buffer.from(`\n${sorted.join('\n')}\n`, 'latin1');
  const newline = 10;
  return {
    has(word) {
      if (!/^[a-z]+$/.test(word)) return false;
      const wanted = Buffer.from(word, 'latin1');
      // The word, if it is there, begins after a line's end at `low` or later, and before `high`.
      let low = 0;
      let high = bytes.length - 1;
      while (low < high) {
        const start = bytes.lastIndexOf(newline, (low + high) >> 1);
        const end = bytes.indexOf(newline, start + 1);
        const order = wanted.compare(bytes, start + 1, end);
        if (order === 0) return true;
        if (order < 0) high = start;
        else low = end;
      }
      return false;
    },
  };
}
