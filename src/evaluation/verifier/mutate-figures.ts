import type { Mutate } from './mutation.ts';
import { replaceEach } from './replace-each.ts';

/** Digits of numbers, not of names such as IL-2 or CD3. */
const NUMBER = /(?<![\p{L}\d.,][-‐-―]?|\p{L}[-‐-―])\d[\d,.]*(?![\d\p{L}+]|[-‐-―]\p{Lu})/gu;
const RANGE = /(?<![\p{L}\d.])(\d[\d,.]*)(\s?[–—-]\s?)(\d[\d,.]*)(?![\d\p{L}])/gu;
const UNITS: Readonly<Record<string, readonly string[]>> = {
  minute: ['hour', 'day'],
  hour: ['day', 'minute'],
  day: ['week', 'month', 'hour'],
  week: ['day', 'month'],
  month: ['week', 'year', 'day'],
  year: ['month', 'week'],
};
const TIME = /\b(minute|hour|day|week|month|year)(s?)\b/giu;
const MONEY = /\b(USD|EUR|GBP)\b|[$€£]/gu;

/** One digit for another. */
export const mutateDigit: Mutate = (text, choose) =>
  replaceEach(text, NUMBER, ([number]) => {
    const places = [...number].flatMap((c, at) => (/\d/u.test(c) ? [at] : []));
    const at = choose(places);
    if (at === null) return null;
    const others = [...'123456789'].filter((digit) => digit !== number[at]);
    return number.slice(0, at) + choose(others) + number.slice(at + 1);
  });

/** The end of a range moved up. */
export const mutateRangeEnd: Mutate = (text, choose) =>
  replaceEach(text, RANGE, ([, low = '', dash = '', high = '']) => {
    const value = Number(high.replace(/,/gu, ''));
    const step = choose([1, 2, 5, 10]) ?? 1;
    return Number.isFinite(value) ? `${low}${dash}${Math.round((value + step) * 100) / 100}` : null;
  });

/** Another unit of time, percent for points in time, another currency. Only beside a number. */
export const mutateUnit: Mutate = (text, choose) => [
  ...replaceEach(text, TIME, (match) => {
    const before = text.slice(0, match.index);
    if (!/(?:\d|\b(?:two|three|four|five|six|several))[\s-]?$/iu.test(before)) return null;
    const other = choose(UNITS[(match[1] ?? '').toLowerCase()] ?? []);
    return other === null ? null : `${other}${match[2] ?? ''}`;
  }),
  ...replaceEach(text, /(?<=\d)\s?%/gu, () => choose([' months', ' weeks', ' days'])),
  ...replaceEach(text, MONEY, ([unit]) => choose(['CNY', 'EUR', 'INR'].filter((other) => other !== unit))),
];
