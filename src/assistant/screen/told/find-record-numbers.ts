import type { Span } from '#domain/trim-spans.ts';
import type { Cues } from './cue-file.ts';
import { isAmount } from './is-amount.ts';
import type { MarkedText } from './mark-cues.ts';

/** Letters, digits and what joins them; the first group has a digit, groups after a space begin with one. */
const VALUE = /(?:[A-Z]{1,6} )?(?=[A-Za-z/-]*\d)[A-Za-z\d]+(?:[/-][A-Za-z\d]+|\.\d[A-Za-z\d]*| \d[A-Za-z\d]*){0,8}/uy;
const SIGNS = /[ \t.:#№°()=/*|-]*\n?[ \t]*/uy;
const IS = /(?:is|are|was|es|est|ist|是|है|हैं|হল)(?![\p{L}\p{M}])/uy;
/** Words between a name and its number: "my MRN at Tata Memorial is 482913". */
const APART = /[^\d\n?!;]{1,40}?(?:\bis|\bwas|[:=#]|\bno\.?|\bnumber|\bid)[ :#]{0,3}/uy;
const MIN_DIGITS = 4;
const MIN_DIGITS_APART = 5;
const MAX_JOINING_WORDS = 3;

function skip(pattern: RegExp, text: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

/** Past ": ", " no. ", " is ". */
function skipJoining({ lower, endAt }: MarkedText, from: number): number {
  let at = skip(SIGNS, lower, from);
  for (let words = 0; words < MAX_JOINING_WORDS; words += 1) {
    const end = Math.max(endAt('numberWords', at), skip(IS, lower, at));
    if (end < 0) return at;
    at = skip(SIGNS, lower, end);
  }
  return at;
}

/** Numbers by which one person is known to a hospital, a state or an insurer; without their names. */
export function createRecordNumberFinder({ recordFormats, lists }: Cues) {
  const formats = Object.values(recordFormats);
  const isNoRecord = (value: string): boolean =>
    lists.notRecords.some((prefix) => value.length > prefix.length && value.startsWith(prefix));

  function valueAt(marked: MarkedText, from: number, minDigits: number): Span | null {
    VALUE.lastIndex = from;
    const found = from < 0 ? undefined : VALUE.exec(marked.text)?.[0];
    if (found === undefined || found.replace(/\D/gu, '').length < minDigits) return null;
    const end = from + found.length;
    return isNoRecord(found.toLowerCase()) || isAmount(marked, from, end) ? null : [from, end];
  }

  /** Where names of numbers end: "MRN", or "patient" with "number" after it. */
  function labels({ list, lower, endAt }: MarkedText): Span[] {
    const nouns = list('recordNouns').flatMap(([start, end]): Span[] => {
      const after = [end, end + 1, end + 2].map((at) => endAt('numberWords', at)).find((at) => at >= 0);
      if (after !== undefined) return [[start, after]];
      return /^\s?[#№]/u.test(lower.slice(end, end + 2)) ? [[start, end + 1]] : [];
    });
    return [...list('recordNames'), ...nouns];
  }

  return (marked: MarkedText): Span[] => {
    if ((marked.text.match(/\d/gu)?.length ?? 0) < MIN_DIGITS) return [];
    const spans: Span[] = [];
    for (const [start, end] of labels(marked)) {
      const before = marked.lower.slice(Math.max(0, start - 6), start);
      if (/(?<![a-z])your\s$/u.test(before) || marked.has('notRecords', start - 4, start)) continue;
      const found =
        valueAt(marked, skipJoining(marked, end), MIN_DIGITS) ??
        valueAt(marked, skip(APART, marked.lower, end), MIN_DIGITS_APART);
      if (found) spans.push(found);
    }
    for (const format of formats) {
      for (const { 0: found, index } of marked.text.matchAll(format)) spans.push([index, index + found.length]);
    }
    return spans;
  };
}
