import { type CodePageName, codePageOfLead } from './code-page.ts';

/** Characters that together are one UTF-8 character misread byte by byte. */
export interface MisreadSequence {
  readonly codePage: CodePageName;
  readonly start: number;
  readonly end: number;
  /** What stands in the text. */
  readonly misread: string;
  /** What the bytes say. */
  readonly char: string;
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

const decodeUtf8 = (bytes: readonly number[]): string | null => {
  try {
    return utf8.decode(Uint8Array.from(bytes));
  } catch (error) {
    // A TypeError is how the decoder says "not UTF-8"; that is an answer here.
    if (error instanceof TypeError) return null;
    throw error;
  }
};

const lengthFromLead = (byte: number): number => {
  if (byte >= 0xc2 && byte <= 0xdf) return 2;
  if (byte >= 0xe0 && byte <= 0xef) return 3;
  if (byte >= 0xf0 && byte <= 0xf4) return 4;
  return 0;
};

const SCRIPTS = `Common Inherited Latin Greek Cyrillic Armenian Georgian Hebrew Arabic Ethiopic Devanagari Bengali
  Gurmukhi Gujarati Oriya Tamil Telugu Kannada Malayalam Sinhala Thai Lao Khmer Myanmar Han Hiragana Katakana Bopomofo
  Hangul`;

/** A character of a script in everyday use; what else the bytes may spell is a coincidence. */
const PLAUSIBLE = new RegExp(
  `^[${SCRIPTS.split(/\s+/u)
    .map((script) => `\\p{Script=${script}}`)
    .join('')}]$`,
  'u',
);
/** Unassigned, private, archaic ideographs, and the marks that only fonts and linguists use. */
const RARE = /[\p{Cn}\p{Co}\p{Cs}\u2800-\u28FF\u2E80-\u2FDF\u3400-\u4DBF]/u;

/** The misread character that starts at `start`, whether or not it should be repaired; null if there is none. */
export const readSequence = (text: string, start: number): MisreadSequence | null => {
  const lead = text.charAt(start);
  const page = codePageOfLead(lead);
  const length = lengthFromLead(page.byteOf(lead) ?? 0);
  if (length === 0 || start + length > text.length) return null;
  const misread = text.slice(start, start + length);
  const bytes: number[] = [];
  for (const char of misread) {
    const byte = page.byteOf(char);
    if (byte === undefined || (bytes.length > 0 && byte > 0xbf)) return null;
    bytes.push(byte);
  }
  const char = decodeUtf8(bytes);
  if (char === null || !PLAUSIBLE.test(char) || RARE.test(char)) return null;
  return { codePage: page.name, start, end: start + length, misread, char };
};
