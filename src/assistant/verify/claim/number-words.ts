const WORDS: Readonly<Record<string, number>> = {
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
  hundred: 100,
  thousand: 1000,
  twice: 2,
};
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
