import { NUMBER_WORDS } from '#assistant/number-words.ts';

const WORDS: Readonly<Record<string, number>> = { ...NUMBER_WORDS, twice: 2 };
const ORDINALS: Readonly<Record<string, number>> = { second: 2, third: 3, fourth: 4, fifth: 5 };
const ROMAN: Readonly<Record<string, number>> = { I: 1, II: 2, III: 3, IV: 4 };

const DIGITS = String.raw`\d+(?:,\d{3})*(?:\.\d+)?`;

/** A number in digits or words, without groups of its own; "half a year" and "a week" need the time after them. */
export const NUMBER = String.raw`(?:${DIGITS}|\b(?:${[...Object.keys(WORDS), ...Object.keys(ORDINALS)].join('|')})\b|\bhalf an?\b(?=\s(?:year|decade|day|hour))|\ban?\b(?=\s(?:year|month|week|day|decade|hour)\b(?!\s(?:patient|ward|case|unit|clinic)))|(?<=\b(?:stage|phase|grade)s?\s)(?:IV|I{1,3})\b|(?<=\b(?:stage|phase|grade)s?\s(?:I{1,3})\s?[–-]\s?)(?:IV|I{1,3})\b)`;

export function numberOf(written: string): number {
  const lower = written.toLowerCase();
  if (/^\d/u.test(written)) return Number(written.replace(/,/gu, ''));
  if (/^half an?$/u.test(lower)) return 0.5;
  if (/^an?$/u.test(lower)) return 1;
  return WORDS[lower] ?? ORDINALS[lower] ?? ROMAN[written] ?? Number.NaN;
}

export const isWritten = (written: string): boolean => !/^\d/u.test(written);
