import type { Span } from '#domain/trim-spans.ts';
import type { ReadableText } from './readable-text.ts';

const GROUPED = /(?<![\d.,/]|\d[ -])\d(?:[ -]?\d){12,18}(?![ -]?\d|[.,/]\d)/gu;
/** First digits and lengths that the card schemes give out (ISO/IEC 7812). */
const ISSUED =
  /^(?:4\d{12}(?:\d{3}){0,2}|(?:5[0-9]|2[2-7]|6\d)\d{14}|3[47]\d{13}|3[0689]\d{12}|35\d{14}|(?:62|50|6[37])\d{14,17})$/u;

function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (const [at, digit] of [...digits].reverse().entries()) {
    const value = Number(digit) * (at % 2 === 1 ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 === 0;
}

/** Numbers of payment cards: a length and beginning that are given out, and a right check digit (Luhn). */
export function findPaymentCards({ text }: ReadableText): Span[] {
  return [...text.matchAll(GROUPED)].flatMap(({ 0: found, index }): Span[] => {
    const digits = found.replace(/\D/gu, '');
    return ISSUED.test(digits) && passesLuhn(digits) ? [[index, index + found.length]] : [];
  });
}
