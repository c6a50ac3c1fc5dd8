import { syllable } from 'syllable';

const SENTENCE_END = /[.!?…]+["'”’)\]]*(?:\s+|$)/u;
const HOLDS_LETTER = /\p{L}/u;

/**
 * Flesch-Kincaid grade of an English text without markers: 0.39 words per sentence + 11.8 syllables per word − 15.59
 * (Kincaid, Fishburne, Rogers and Chissom 1975, Naval Technical Training Command report 8-75). Raw, to one decimal: short
 * texts swing by a grade or more. A number without a letter is no word. 0 for a text without words.
 */
export function readingGrade(text: string): number {
  const sentences = text.split(SENTENCE_END).filter((sentence) => HOLDS_LETTER.test(sentence));
  const words = text.split(/\s+/u).filter((word) => HOLDS_LETTER.test(word));
  if (words.length === 0) return 0;
  const syllables = words.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0);
  const grade = 0.39 * (words.length / sentences.length) + 11.8 * (syllables / words.length) - 15.59;
  return Math.round(grade * 10) / 10;
}
