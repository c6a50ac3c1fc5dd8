import { LRUCache } from 'lru-cache';
import { eng } from 'stopword';
import { foldWord, stemWord } from './fold-word.ts';

export interface Token {
  /** As written: `text.slice(start, end)`. */
  readonly surface: string;
  /** Folded and stemmed: equal for words that are the same to a reader. */
  readonly stem: string;
  readonly start: number;
  readonly end: number;
  /** Too frequent to tell passages apart. Kept, because phrases contain such words. */
  readonly isStop: boolean;
  /** Joined to the token before it by a hyphen alone: `T` in "CAR-T". */
  readonly joinsPrevious: boolean;
}

/** Letters, digits and marks; decimals and thousands inside a number; an apostrophe inside a word; a closing plus. */
const wordPattern = /[\p{L}\p{N}\p{M}]+(?:(?<=\p{N})[.,]\p{N}+)*(?:['’ʼ]\p{L}+)*\+?/gu;
const hyphen = /^[-\u2010\u2011\u2012\u2013\u00ad]$/;

const stopWords: ReadonlySet<string> = new Set([
  ...eng.map(foldWord),
  's',
  'dont',
  'doesnt',
  'didnt',
  'isnt',
  'im',
  'ive',
]);

/**
 * The words of a text in order, with where they stand. Hyphenated words come as their parts ("CAR-T": CAR, T) and
 * ranges as their ends ("14–21": 14, 21), so that "car t" and "CAR-T" are the same sequence.
 */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = [];
  const isShouted = !/\p{Ll}/u.test(text);
  let previousEnd = -1;
  for (const match of text.matchAll(wordPattern)) {
    const surface = match[0];
    const start = match.index;
    const { folded, stem } = readWord(surface);
    if (folded === '') continue;
    tokens.push({
      surface,
      stem,
      start,
      end: start + surface.length,
      isStop: stopWords.has(folded) && (isShouted || !isAbbreviation(surface)),
      joinsPrevious: previousEnd >= 0 && hyphen.test(text.slice(previousEnd, start)),
    });
    previousEnd = start + surface.length;
  }
  return tokens;
}

/** The same few thousand words come up again and again; folding and stemming one costs some microseconds. */
const words = new LRUCache<string, { readonly folded: string; readonly stem: string }>({ max: 20_000 });

/** Pure; remembers recent words. */
function readWord(surface: string): { readonly folded: string; readonly stem: string } {
  const known = words.get(surface);
  if (known !== undefined) return known;
  const folded = foldWord(surface);
  const read = { folded, stem: stemWord(folded) };
  words.set(surface, read);
  return read;
}

/** "ALL" is a leukaemia and "IT" may be intrathecal; where everything is in capitals, nothing can be told. */
function isAbbreviation(surface: string): boolean {
  return surface.length > 1 && /^\p{Lu}+$/u.test(surface);
}
