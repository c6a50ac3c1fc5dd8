/** Bytes to which windows-1252 gives no character. */
const UNUSED = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);
/** Western text has accents and quotation marks one, two or three at a time, and seldom. */
const LONGEST_RUN = 3;
const LARGEST_SHARE = 0.2;

/**
 * Whether bytes that are not UTF-8 read as western text. Other alphabets in an 8-bit encoding, and UTF-8 with a few
 * bytes damaged, do not: read as windows-1252 they would become nonsense that looks like text.
 */
export function isLikelyWindows1252(bytes: Uint8Array): boolean {
  let high = 0;
  let run = 0;
  for (const byte of bytes) {
    if (UNUSED.has(byte) || isControl(byte)) return false;
    run = byte >= 0x80 ? run + 1 : 0;
    if (run > LONGEST_RUN) return false;
    if (run > 0) high += 1;
  }
  return high <= bytes.length * LARGEST_SHARE && !isDamagedUtf8(bytes);
}

function isControl(byte: number): boolean {
  return byte === 0x7f || (byte < 0x20 && (byte < 0x09 || byte > 0x0d));
}

function isDamagedUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes);
  let whole = 0;
  let broken = 0;
  for (const char of text) {
    if (char === '\uFFFD') broken += 1;
    else if (char >= '\u0080') whole += 1;
  }
  return whole >= broken;
}
