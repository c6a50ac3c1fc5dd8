import { type Span, trimSpans } from '#domain/trim-spans.ts';

/** So many words in a row, as in what was removed, come from there. */
const RUN_WORDS = 3;
/** Between two such runs: a word that was spelt right, or joined, on its way. */
const MAX_GAP_WORDS = 2;
const LONG_NUMBER = /\d{5}/u;

const wordsIn = (text: string) =>
  [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].map(({ 0: word, index }) => ({
    word: word.toLowerCase(),
    span: [index, index + word.length] as Span,
  }));

const runsOf = (words: readonly string[], length: number): string[] =>
  words.slice(length - 1).map((_, at) => words.slice(at, at + length).join(' '));

/**
 * Takes removed pieces out of a text that was made from the message they stood in: a question is written with other
 * spaces, in other sentences and sometimes spelt otherwise, so words are compared, not characters.
 */
export function createWordCutter(pieces: readonly string[]) {
  const told = pieces.map((piece) => wordsIn(piece).map(({ word }) => word));
  const known = new Set(told.flat());
  const lengths = [...new Set(told.map((words) => Math.min(words.length, RUN_WORDS)))].filter((length) => length > 0);
  const runs = new Set(told.flatMap((words) => runsOf(words, Math.min(words.length, RUN_WORDS) || 1)));

  function marked(words: readonly string[]): boolean[] {
    const marks = words.map((word) => LONG_NUMBER.test(word) && known.has(word));
    for (const length of lengths) {
      for (const [at, run] of runsOf(words, length).entries()) if (runs.has(run)) marks.fill(true, at, at + length);
    }
    let last = -1;
    for (const [at, isMarked] of [...marks].entries()) {
      if (!isMarked) continue;
      if (last >= 0 && at - last - 1 <= MAX_GAP_WORDS) marks.fill(true, last, at);
      last = at;
    }
    return marks;
  }

  return {
    cut(text: string): string {
      const words = wordsIn(text);
      const spans: [number, number][] = [];
      for (const [at, isMarked] of marked(words.map(({ word }) => word)).entries()) {
        const [start, end] = words[at]?.span ?? [0, 0];
        const before = spans.at(-1);
        if (!isMarked) continue;
        if (before !== undefined && before[1] === words[at - 1]?.span[1]) before[1] = end;
        else spans.push([start, end]);
      }
      return trimSpans(text, spans);
    },
    /** Whether every word of a term was removed. */
    covers: (term: string): boolean => wordsIn(term).every(({ word }) => known.has(word)) && known.size > 0,
  };
}

export type WordCutter = ReturnType<typeof createWordCutter>;
