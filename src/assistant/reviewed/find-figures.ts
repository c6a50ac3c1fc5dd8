import { NUMBER_WORDS } from '#assistant/number-words.ts';

/** A number or range as it is said, ready to be compared. */
export interface Figure {
  /** As written. */
  readonly said: string;
  readonly low: string;
  /** The end of a range; null for one number. */
  readonly high: string | null;
  /** What is counted, where that changes the figure: percent, time, money, dose. */
  readonly unit: string | null;
  readonly bound: 'over' | 'under' | 'about' | 'exact';
  /** Written with + or −: a change, not a level. */
  readonly signed: boolean;
}

/** "One of them" counts nothing. */
const { one: _one, ...COUNTS } = NUMBER_WORDS;
const WORDS: Readonly<Record<string, number>> = { ...COUNTS, half: 0.5, twice: 2 };
const NUMBER_WORD = Object.keys(WORDS).join('|');
const NUMBER = String.raw`\d+(?:[.,]\d+)*`;
const DASH = String.raw`\s?(?:[-‐-―]|to|and(?=\s*${NUMBER}\s*(?:%|percent|per cent)))\s?`;
const MONEY = 'USD|EUR|GBP|INR|CNY|[$€£₹¥]';
const UNIT =
  '%|percent|per cent|decades?|years?|yrs?|months?|weeks?|days?|hours?|hrs?|minutes?|mins?|mg|g|kg|ml|dollars|euros';
const BEFORE =
  'more than|over|above|at least|or more|[≥>]|less than|fewer than|under|below|at most|up to|[≤<]|about|around|roughly|approximately|nearly|almost|some|[~≈]';

const FIGURE = new RegExp(
  String.raw`(?<sign>(?<![\d\p{L}])[+−]\s?)?(?<before>(?:${BEFORE})\s?)?(?<money>(?:${MONEY})\s?)?(?<![\p{L}\d][-‐-―]?|\d[.,])(?<low>${NUMBER}|\b(?:${NUMBER_WORD})\b)(?!\p{L})(?:${DASH}(?<high>${NUMBER}))?(?<plus>\+)?(?<after>\s*or more\b)?[\s-]?(?<unit>(?:${UNIT})(?!\p{L}))?`,
  'giu',
);

const OVER = /^(?:more than|over|above|at least|or more|[≥>])/iu;
const UNDER = /^(?:less than|fewer than|under|below|at most|up to|[≤<])/iu;
const SAME_UNIT: ReadonlyArray<readonly [RegExp, string]> = [
  [/^(?:%|per ?cent)/iu, '%'],
  [/^(?:yrs?|years?)/iu, 'year'],
  [/^(?:hrs?|hours?)/iu, 'hour'],
  [/^(?:mins?|minutes?)/iu, 'minute'],
  [/^(?:USD|\$|dollars)/iu, 'USD'],
  [/^(?:EUR|€|euros)/iu, 'EUR'],
];

function unitOf(written: string | undefined): string | null {
  if (written === undefined) return null;
  const unit = written.trim();
  return SAME_UNIT.find(([pattern]) => pattern.test(unit))?.[1] ?? unit.toLowerCase().replace(/s$/u, '');
}

function boundOf(before: string, isMore: boolean): Figure['bound'] {
  if (isMore || OVER.test(before)) return 'over';
  if (UNDER.test(before)) return 'under';
  return before === '' ? 'exact' : 'about';
}

const numberOf = (written: string): string =>
  WORDS[written.toLowerCase()]?.toString() ?? written.replace(/,(?=\d{3}(?!\d))/gu, '');

/** The figures of a text, in order: digits, ranges, number words from two on, with their bound and unit. */
export function findFigures(text: string): Figure[] {
  return [...text.matchAll(FIGURE)].map(({ 0: whole, groups = {} }) => ({
    said: whole.trim(),
    low: numberOf(groups['low'] ?? ''),
    high: groups['high'] === undefined ? null : numberOf(groups['high']),
    unit: unitOf(groups['unit'] ?? groups['money']),
    bound: boundOf(groups['before']?.trim() ?? '', groups['plus'] !== undefined || groups['after'] !== undefined),
    signed: groups['sign'] !== undefined,
  }));
}

/** Whether the quoted figure says what the sentence says: same ends and unit; only "about" may be added. */
export function sameFigure(said: Figure, quoted: Figure): boolean {
  if (said.low !== quoted.low || said.high !== quoted.high || said.unit !== quoted.unit) return false;
  return said.bound === quoted.bound || (said.bound === 'about' && quoted.bound === 'exact');
}
