import { tokenise } from '#knowledge/words/tokenise.ts';
import { oneEditAway } from './one-edit-away.ts';
import type { WordList } from './read-english-words.ts';

export interface SpellingLexicon {
  /** Whether a lower-case word is one that people write; word lists for games hold stranger ones. */
  isWord(word: string): boolean;
  /** What a misspelt word may be meant for, lower case. */
  readonly englishWords: WordList;
  /** How often the documents or the words of questions hold the stem; 0 when nobody knows it. */
  frequency(stem: string): number;
}

/** Shorter words have too many neighbours to guess from. */
const MIN_CHARS = 4;

/** The English word one typing error away that the documents know best; null for a word that is fine or past mending. */
function mendWord(word: string, lexicon: SpellingLexicon): string | null {
  if (word.length < MIN_CHARS || !/^[a-z]+$/u.test(word) || lexicon.isWord(word)) return null;
  let best: string | null = null;
  let bestFrequency = 0;
  for (const candidate of oneEditAway(word)) {
    if (candidate.length < MIN_CHARS - 1 || !lexicon.englishWords.has(candidate)) continue;
    const frequency = lexicon.frequency(tokenise(candidate)[0]?.stem ?? candidate);
    if (frequency > bestFrequency) [best, bestFrequency] = [candidate, frequency];
  }
  return best;
}

/** The text with misspelt words written right where one typing error explains them. What anybody knows stays as it is. */
export function mendSpelling(text: string, lexicon: SpellingLexicon): string {
  let mended = '';
  let end = 0;
  for (const { surface, stem, start, end: to } of tokenise(text)) {
    const word = lexicon.frequency(stem) > 0 ? null : mendWord(surface.toLowerCase(), lexicon);
    mended += text.slice(end, start) + (word ?? surface);
    end = to;
  }
  return mended + text.slice(end);
}
