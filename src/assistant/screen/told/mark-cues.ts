import type { Span } from '#domain/trim-spans.ts';
import type { CueList, Cues } from './cue-file.ts';
import { type ReadableText, readableText } from './readable-text.ts';

/** A message with every cue in it. */
export interface MarkedText extends ReadableText {
  /** Where cues of a list stand, in order of their beginning; of those that begin together only the longest. */
  list(name: CueList): readonly Span[];
  /** A cue of the list that overlaps these characters. */
  has(name: CueList, from: number, to: number): boolean;
  /** Where a cue that begins here ends; -1 when none does. */
  endAt(name: CueList, start: number): number;
}

interface Phrase {
  readonly list: CueList;
  /** Words after the first. */
  readonly rest: readonly string[];
}

/** Letters, digits and Han characters are words of their own, so that "MRN482" is two and 身份证号 is four. */
const WORD = /\p{Script=Han}|[\p{L}\p{M}'ºª]+?(?=\p{Script=Han})|[\p{L}\p{M}'ºª]+|\d+/gu;
const NONE: readonly Span[] = [];
/** Between two words of a phrase. */
const MAX_GAP = 3;

const wordsOf = (text: string): { word: string; start: number }[] =>
  [...text.matchAll(WORD)].map(({ 0: word, index }) => ({ word, start: index }));

/** One index over all lists: each word of a message is looked up once. */
export function createCueMarker(cues: Cues): (message: string) => MarkedText {
  const byFirst = new Map<string, Phrase[]>();
  for (const [name, phrases] of Object.entries(cues.lists)) {
    const list = name as CueList;
    for (const phrase of phrases) {
      const [first, ...rest] = wordsOf(phrase).map(({ word }) => word);
      if (first === undefined) continue;
      const known = byFirst.get(first);
      if (known) known.push({ list, rest });
      else byFirst.set(first, [{ list, rest }]);
    }
  }

  return (message) => {
    const readable = readableText(message);
    const { lower } = readable;
    const words = wordsOf(lower);
    const ends = new Map<CueList, Map<number, number>>();
    for (const [at, { word, start }] of words.entries()) {
      for (const { list, rest } of byFirst.get(word) ?? []) {
        let end = start + word.length;
        const isThere = rest.every((wanted, step) => {
          const next = words[at + step + 1];
          if (next?.word !== wanted || next.start - end > MAX_GAP) return false;
          if (next.start > end && lower.slice(end, next.start).includes('\n')) return false;
          end = next.start + wanted.length;
          return true;
        });
        if (!isThere) continue;
        const found = ends.get(list) ?? new Map<number, number>();
        found.set(start, Math.max(end, found.get(start) ?? 0));
        ends.set(list, found);
      }
    }
    const lists = new Map([...ends].map(([name, found]): [CueList, Span[]] => [name, [...found]]));
    const list = (name: CueList): readonly Span[] => lists.get(name) ?? NONE;
    return {
      ...readable,
      list,
      has: (name, from, to) => list(name).some(([start, end]) => start < to && end > from),
      endAt: (name, start) => ends.get(name)?.get(start) ?? -1,
    };
  };
}
