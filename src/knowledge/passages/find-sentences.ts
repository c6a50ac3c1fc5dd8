import { endsInAbbreviation } from './abbreviations.ts';
import { HARD_BREAK } from './projected-text.ts';

/** Offsets into a plain text, blanks at the ends left out. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

/** How much of the text on each side of a possible end is looked at. */
const NEARBY_CHARS = 48;
/** "[1, 2]" or "¹" straight after a full stop belongs to the sentence before. */
const REFERENCE_AFTER_END = /^(?:\[[\d,;–\- ]+\]|[⁰¹²³⁴-⁹]+)+/u;
const OPENING = /[([{“‘«]+\s*$/u;
const ORDINAL = /^\s*(?:\d{1,3}|\p{L})[.)]\s*$/u;
/** Unicode's rules go on when a number and a small letter follow: "in CRC. 3-year survival was". */
const END_BEFORE_NUMBER = /[\p{L}\p{N})\]%]\.["'”’)\]]*\s+(?=[~+≥≤<>±(]*\d)/gu;
const SAYS_SOMETHING = /[\p{L}\p{N}]/u;

/** Sentences of a plain text, in order, by Unicode's rules (UAX #29) with abbreviations and references joined on. */
export function findSentences(plain: string, segmenter: Intl.Segmenter): Range[] {
  const ranges: Range[] = [];
  let from = 0;
  for (const possibleEnd of possibleEnds(plain, segmenter)) {
    const end = adjustEnd(plain, from, possibleEnd);
    if (end <= from || (end < plain.length && goesOn(plain, from, end))) continue;
    pushTrimmed(ranges, plain, from, end);
    from = end;
  }
  if (from < plain.length) pushTrimmed(ranges, plain, from, plain.length);
  return ranges;
}

function* possibleEnds(plain: string, segmenter: Intl.Segmenter): Generator<number> {
  for (const { index, segment } of segmenter.segment(plain)) {
    for (const match of segment.matchAll(END_BEFORE_NUMBER)) yield index + match.index + match[0].length;
    yield index + segment.length;
  }
}

function adjustEnd(plain: string, from: number, end: number): number {
  const opening = OPENING.exec(plain.slice(Math.max(from, end - NEARBY_CHARS), end))?.[0].length ?? 0;
  const candidate = end - opening;
  const reference = REFERENCE_AFTER_END.exec(plain.slice(candidate, candidate + NEARBY_CHARS))?.[0].length ?? 0;
  return candidate + reference;
}

function goesOn(plain: string, from: number, end: number): boolean {
  if (plain.charAt(end - 1) === HARD_BREAK) return false;
  const before = plain.slice(Math.max(from, end - NEARBY_CHARS), end);
  if (end - from < NEARBY_CHARS && (ORDINAL.test(before) || !SAYS_SOMETHING.test(before))) return true;
  return endsInAbbreviation(before.trimEnd(), plain.slice(end, end + NEARBY_CHARS).trimStart());
}

function pushTrimmed(ranges: Range[], plain: string, from: number, end: number): void {
  const text = plain.slice(from, end);
  const range = { from: from + text.length - text.trimStart().length, to: from + text.trimEnd().length };
  if (range.from >= range.to) return;
  const last = ranges.at(-1);
  // A lone closing mark or emoji is the end of what was said before it.
  if (last !== undefined && !SAYS_SOMETHING.test(plain.slice(range.from, range.to)))
    ranges[ranges.length - 1] = { from: last.from, to: range.to };
  else ranges.push(range);
}
