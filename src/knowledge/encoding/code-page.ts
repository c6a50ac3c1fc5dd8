import iconv from 'iconv-lite';

export type CodePageName = 'windows-874' | 'windows-1252';

/** A single-byte code page, read backwards. */
export interface CodePage {
  readonly name: CodePageName;
  /** The byte this character was read from, 0x80–0xFF; undefined if no such byte gives it. */
  byteOf(char: string): number | undefined;
}

/**
 * Bytes without a character in the page are looked up in windows-1252, as many programs do, and at last taken as the
 * control character of the same number, as latin-1 and the WHATWG decoders do.
 */
const createCodePage = (name: CodePageName): CodePage => {
  const bytes = new Map<string, number>();
  const add = (byte: number, char: string): void => {
    if (char !== '\uFFFD' && !bytes.has(char)) bytes.set(char, byte);
  };
  for (let byte = 0x80; byte <= 0xff; byte += 1) add(byte, iconv.decode(Buffer.of(byte), name));
  for (let byte = 0x80; byte <= 0x9f; byte += 1) {
    add(byte, iconv.decode(Buffer.of(byte), 'windows-1252'));
    add(byte, String.fromCharCode(byte));
  }
  return { name, byteOf: (char) => bytes.get(char) };
};

const windows874 = createCodePage('windows-874');
const windows1252 = createCodePage('windows-1252');

export const isThai = (char: string): boolean => char >= '\u0E01' && char <= '\u0E5B';

/** The only page in which this character can be the first byte of a longer UTF-8 sequence. */
export const codePageOfLead = (char: string): CodePage => (isThai(char) ? windows874 : windows1252);
