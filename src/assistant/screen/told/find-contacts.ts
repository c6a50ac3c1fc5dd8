import type { Span } from '#domain/trim-spans.ts';
import type { Cues } from './cue-file.ts';
import { isAmount } from './is-amount.ts';
import type { MarkedText } from './mark-cues.ts';

const EMAIL = /(?<![\w.+-])[\w.+-]{1,64}\s?@\s?[\w-]{1,63}(?:\.[\w-]{2,63}){1,4}/gu;
/** "anna dot smith at gmail dot com", "anna (at) example.org". */
const SPOKEN_EMAIL =
  /(?<![\w.+-])[\w+-]+(?:\s?(?:\.|\(dot\)|\[dot\]|\bdot\b)\s?[\w+-]+){0,3}\s?(?:\(at\)|\[at\]|(?<=\s)at(?=\s(?:gmail|yahoo|hotmail|outlook|icloud|rediffmail|protonmail|qq|163)\b))\s?[\w-]+(?:\s?(?:\.|\(dot\)|\[dot\]|\bdot\b)\s?[a-z]{2,10}){1,2}/gu;

const NUMBER = /(?<![\p{L}\d/_-]|\d[.,:])(?:\+|00)?\s?\(?\d(?:[ ().-]{0,2}\d){6,14}(?!\d|[.,/-]\d)/gu;
/** Ways in which telephone numbers are written, without any word beside them. */
const SHAPES = [
  // International.
  /^\+\s?\(?[1-9]|^00\s?[1-9](?:[ ().-]{0,2}\d){8}/u,
  // India: ten digits from 6 to 9, with or without 0 or 91.
  /^(?:0|91[ -]?)?[6-9](?:\d{9}|\d{4}[ -]\d{5}|\d{2}[ -]\d{3}[ -]\d{4}|\d{3}[ -]\d{3}[ -]\d{3}|\d{2}[ -]\d{7}|\d{3}[ -]\d{6}|\d[ -]\d{8})$/u,
  // North America.
  /^(?:1[ .-])?(?:\(\d{3}\) ?|\d{3}[ .-])[2-9]\d{2}[ .-]\d{4}$/u,
  // A trunk 0, as in Britain, France, Germany, Pakistan, Nigeria.
  /^\(?0[1-9]\d{0,4}\)?[ -]?\d{3,4}[ -]?\d{3,6}$/u,
  /^0[1-9](?:[ .]\d\d){4}$/u,
  // Chinese mobiles.
  /^1[3-9]\d[ -]?\d{4}[ -]?\d{4}$/u,
];
const TOLL_FREE = /^(?:\+?1[ .-]?)?\(?8(?:00|33|44|55|66|77|88)\)?[ .-]|^1[ -]?8[06]0|^0?80[08]0?[ -]/u;
const DATE = /^\d{1,2}[ .-]\d{1,2}[ .-](?:19|20)\d{2}|^(?:19|20)\d{2}[ .-]\d{1,2}[ .-]\d{1,2}/u;

const HAS_SPOKEN_EMAIL = /\(at\)|\[at\]|\bat (?:gmail|yahoo|hotmail|outlook|icloud|rediffmail|protonmail|qq|163)\b/u;
/** Between a word such as "call me on" and the number. */
const MAX_CUE_GAP = 25;

/** E-mail addresses and telephone numbers of people; not of offices, helplines or ours. */
export function createContactFinder({ lists }: Cues) {
  const offices = new Set(lists.publicMailboxes);

  /** A helpline, an emergency number, or one that is asked for as ours, in the same sentence. */
  function isPublic({ lower, has }: MarkedText, start: number, end: number): boolean {
    const before =
      lower
        .slice(Math.max(0, start - 45), start)
        .split(/[.?!\n]\s/u)
        .at(-1) ?? '';
    const after = lower.slice(end, end + 35).split(/[.?!\n]/u)[0] ?? '';
    return has('publicNumbers', start - before.length, start) || has('publicNumbers', end, end + after.length);
  }

  function isOwn({ lower, list }: MarkedText, start: number): boolean {
    return list('phoneCues').some(
      ([, end]) => end <= start && start - end <= MAX_CUE_GAP && !/[\d\n?]/u.test(lower.slice(end, start)),
    );
  }

  function isPhone(marked: MarkedText, found: string, start: number): boolean {
    const end = start + found.length;
    const shown = found.trim();
    if (DATE.test(shown) || isAmount(marked, start, end) || isPublic(marked, start, end)) return false;
    return isOwn(marked, start) || (!TOLL_FREE.test(shown) && SHAPES.some((shape) => shape.test(shown)));
  }

  return (marked: MarkedText): Span[] => {
    const { lower } = marked;
    const spans: Span[] = [];
    const mails = lower.includes('@') ? [...lower.matchAll(EMAIL)] : [];
    const spoken = HAS_SPOKEN_EMAIL.test(lower) ? [...lower.matchAll(SPOKEN_EMAIL)] : [];
    for (const { 0: found, index } of [...mails, ...spoken]) {
      const end = index + found.length;
      const box = /^[\w-]+/u.exec(found)?.[0] ?? '';
      if (!offices.has(box) && !isPublic(marked, index, end)) spans.push([index, end]);
    }
    for (const { 0: found, index } of lower.matchAll(NUMBER)) {
      const start = index + found.length - found.trimStart().length;
      if (isPhone(marked, found.trimStart(), start)) spans.push([start, index + found.length]);
    }
    return spans;
  };
}
