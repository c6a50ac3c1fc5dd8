import { readFileSync } from 'node:fs';
import wordListPath from 'word-list';

/** Real English words are never taken for misspelt ones: a "visa" is not a "via". Read once, 2.7 MB. */
export function readEnglishWords(): ReadonlySet<string> {
  return new Set(readFileSync(wordListPath, 'utf8').split('\n'));
}
