import { foldLookalikes } from './fold-lookalikes.ts';
import type { NormalText } from './normalise-text.ts';
import { stripArabicArticle } from './strip-arabic-article.ts';
import type { Sentence, Token, TokenisedText } from './token.ts';

/** Chinese and Japanese are written without spaces: there each character is a token. */
const PIECE =
  /(?<number>(?:\d{1,3}(?:,\d{3})+|\d+(?:[.,]\d+)?)(?=[^\p{L}\d]|$|(?:[cfgxhyds]|ml|mg|kg|mcg|hrs?|am|pm|mmol|cm|mm|yo|yrs?|wks?|mins?|km|k)(?![\p{L}\d])))|(?<han>[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])|(?<word>(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{M}\p{N}@$])+(?:'[\p{L}\p{M}]+)*)|(?<stop>[.!?。！？।؟۔…\n]+)|(?<pause>[,;:()[\]{}"“”«»、，；：—–،؛]|\s-+\s)/gu;

/** A text without any full stop is cut here, so that no rule has to look at thousands of words at once. */
const MAX_SENTENCE_TOKENS = 200;

export interface TokeniserWords {
  /** Shortened forms and what they stand for: `dont` → `do not`. */
  readonly expansions: ReadonlyMap<string, readonly string[]>;
  /** Other words a written word may stand for. */
  readonly readings: (word: string) => readonly string[];
}

function expand(word: string, words: TokeniserWords): readonly string[] {
  const known = words.expansions.get(word);
  if (known) return known;
  if (!word.includes("'")) return [word];
  const negated = /^(.+)n't$/u.exec(word);
  if (negated?.[1]) return [negated[1], 'not'];
  const [head = '', tail = ''] = word.split("'");
  if (tail === 's') return [head];
  // French and Italian elision: "j'ai", "l'hôpital".
  if (head.length <= 2 && tail.length > 1) return [head, tail];
  return [word.replaceAll("'", '')];
}

/** Splits normalised text into tokens; offsets point into the message as sent. Linear. */
export function tokeniseMessage(normal: NormalText, words: TokeniserWords): TokenisedText {
  const tokens: Token[] = [];
  const sentences: Sentence[] = [];
  let clause = 0;
  let sentenceStart = 0;
  const closeSentence = (question: boolean): void => {
    if (tokens.length === sentenceStart) return;
    sentences.push({ start: sentenceStart, end: tokens.length, question });
    sentenceStart = tokens.length;
    clause += 1;
  };
  for (const match of normal.text.matchAll(PIECE)) {
    const groups = match.groups ?? {};
    if (groups['stop']) {
      closeSentence(/[?？؟]/u.test(groups['stop']));
      continue;
    }
    if (groups['pause']) {
      clause += 1;
      continue;
    }
    if (tokens.length - sentenceStart >= MAX_SENTENCE_TOKENS) closeSentence(false);
    const end = match.index + match[0].length;
    const place = {
      start: normal.offsets[match.index] ?? 0,
      end: normal.offsets[end] ?? 0,
      sentence: sentences.length,
      clause,
      after: /^\s?[%°$€£]/u.exec(normal.text.slice(end, end + 2))?.[0].trim() ?? '',
    };
    const times = /^x(\d{1,3})$/u.exec(groups['word'] ?? '')?.[1];
    if (times !== undefined) {
      tokens.push({ ...place, word: times, readings: [], number: Number(times) });
      tokens.push({ ...place, word: 'times', readings: [], number: null });
      continue;
    }
    if (groups['number'] !== undefined) {
      const thousands = /^\d{1,3}(?:,\d{3})+$/u.test(groups['number']);
      const word = groups['number'].replaceAll(',', thousands ? '' : '.');
      tokens.push({ ...place, word, readings: [], number: Number(word) });
      continue;
    }
    for (const word of expand(stripArabicArticle(foldLookalikes(match[0])), words)) {
      tokens.push({ ...place, word, readings: words.readings(word), number: null });
    }
  }
  closeSentence(false);
  return { tokens, sentences };
}
