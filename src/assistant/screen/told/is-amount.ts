import type { MarkedText } from './mark-cues.ts';

const DATE =
  /^(?:\d{1,2}[./-]\d{1,2}[./-](?:\d{4}|\d{2})|(?:19|20)\d{2}[./-]\d{1,2}[./-]\d{1,2}|(?:19|20)\d{2}(?:-(?:19|20)?\d{2})?)$/u;
const AFTER = /^\s{0,2}(?:[%×^]|x\s?10|\/[a-zµμ])/u;
const BEFORE = /(?:[$€£₹¥]|(?<![a-z])(?:rs|inr|usd|eur|gbp|aed)\.?)\s?$/u;

/** Whether a number counts, costs, measures or dates something. */
export function isAmount({ lower, endAt }: MarkedText, start: number, end: number): boolean {
  return (
    DATE.test(lower.slice(start, end)) ||
    AFTER.test(lower.slice(end, end + 8)) ||
    [end, end + 1, end + 2].some((at) => endAt('amountWords', at) >= 0) ||
    BEFORE.test(lower.slice(Math.max(0, start - 5), start))
  );
}
