/** Screening text with the place each of its UTF-16 code units came from. */
export interface NormalText {
  readonly text: string;
  /** `offsets[i]` is where `text[i]` starts in the original; one more entry gives the original's end. */
  readonly offsets: readonly number[];
}

/** First code points of the decimal digit blocks people type in besides ASCII. NFKC folds the full-width ones. */
const DIGIT_ZEROS = [0x0660, 0x06f0, 0x0966, 0x09e6, 0x0a66, 0x0ae6, 0x0be6, 0x0c66, 0x0ce6, 0x0e50];

/** Letters that are written in several ways without a difference in meaning (Arabic, Urdu and Persian keyboards, Hindi). */
const LETTERS: ReadonlyMap<string, string> = new Map([
  ...[...'أإآٱ'].map((letter) => [letter, 'ا'] as const),
  ...[...'ىيئۍې'].map((letter) => [letter, 'ی'] as const),
  ...[...'ةۃهھہۂ'].map((letter) => [letter, 'ہ'] as const),
  ['ك', 'ک'],
  ['ؤ', 'و'],
  ['ے', 'ی'],
  ['ँ', 'ं'],
  ['ё', 'е'],
  ['ß', 'ss'],
  ['ı', 'i'],
  ['ø', 'o'],
  ['ł', 'l'],
  ['đ', 'd'],
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['’', "'"],
  ['‘', "'"],
  ['ʼ', "'"],
  ['`', "'"],
  ['´', "'"],
  ['٫', '.'],
  ['，', ','],
]);

/** Nukta and candrabindu signs, Arabic vowel signs and tatweel: typed or left out at will. */
const DROPPED =
  /\p{Cf}|\p{Variation_Selector}|[\u034F\u115F\u1160\u3164\u0640\u093C\u09BC\u0981]|[\u064B-\u065F\u0670]/u;
const LATIN_MARK = /[\u0300-\u036F]/u;

function foldDigit(point: number): string | null {
  const zero = DIGIT_ZEROS.find((start) => point >= start && point < start + 10);
  return zero === undefined ? null : String(point - zero);
}

function fold(character: string): string {
  const digit = foldDigit(character.codePointAt(0) ?? 0);
  if (digit !== null) return digit;
  let folded = '';
  for (const part of (LETTERS.get(character) ?? character).normalize('NFKD').toLowerCase()) {
    if (DROPPED.test(part) || LATIN_MARK.test(part)) continue;
    folded += LETTERS.get(part) ?? part;
  }
  return folded;
}

/**
 * Folds what looks the same to a reader: compatibility forms, case, accents, digits, quotes; removes what cannot be seen
 * (zero-width, bidirectional controls, tags). Linear in the length of `raw`.
 */
export function normaliseText(raw: string): NormalText {
  let text = '';
  const offsets: number[] = [];
  let at = 0;
  for (const character of raw) {
    const folded = character < '\u0080' ? character.toLowerCase() : fold(character);
    for (let i = 0; i < folded.length; i += 1) offsets.push(at);
    text += folded;
    at += character.length;
  }
  offsets.push(at);
  return { text, offsets };
}
