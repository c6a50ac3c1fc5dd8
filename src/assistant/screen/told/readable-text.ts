import { asciiDigit } from '#domain/ascii-digit.ts';
import type { Span } from '#domain/trim-spans.ts';

/** A message as the finders read it: plain digits, dashes and spaces, nothing invisible. Case is kept. */
export interface ReadableText {
  readonly text: string;
  /** The same in small letters, of the same length. */
  readonly lower: string;
  /** Places in `text` as places in the message. */
  toMessage(span: Span): Span;
}

const ASCII_ONLY = /^[\n\r\t\x20-\x7e]*$/u;
const FULL_WIDTH_OFFSET = 0xfee0;

function plain(character: string): string {
  if (character < '\u0080') return character;
  const code = character.codePointAt(0) ?? 0;
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCodePoint(code - FULL_WIDTH_OFFSET);
  if (/\p{Nd}/u.test(character)) return asciiDigit(character);
  if (/\p{Cf}|\p{Variation_Selector}/u.test(character)) return '';
  if (/\p{Zs}/u.test(character)) return ' ';
  if (/\p{Pd}|−/u.test(character)) return '-';
  if (character === '’' || character === '‘') return "'";
  // The one letter whose small form is longer.
  return character === 'İ' ? 'I' : character;
}

/** Linear in the length of `message`. */
export function readableText(message: string): ReadableText {
  if (ASCII_ONLY.test(message)) return { text: message, lower: message.toLowerCase(), toMessage: (span) => span };
  let text = '';
  const offsets: number[] = [];
  const known = new Map<string, string>();
  let at = 0;
  for (const character of message) {
    const shown = known.get(character) ?? plain(character);
    known.set(character, shown);
    for (let i = 0; i < shown.length; i += 1) offsets.push(at + i);
    text += shown;
    at += character.length;
  }
  offsets.push(at);
  const place = (index: number): number => offsets[index] ?? at;
  // The end of a span is where its last character ends, not where the next visible one begins.
  const endOf = (index: number): number => {
    const last = place(index - 1);
    const code = message.codePointAt(last) ?? 0;
    return last + (code > 0xffff ? 2 : 1);
  };
  return {
    text,
    lower: text.toLowerCase(),
    toMessage: ([start, end]) => [place(start), end > start ? Math.max(endOf(end), place(start)) : place(end)],
  };
}
