import { Buffer } from 'node:buffer';

const BASE64 = /(?<![\w/+])[A-Za-z0-9+/]{24,}={0,2}(?![\w/+])/gu;
const HEX = /(?<!\w)(?:(?:0x|\\x)?[0-9a-f]{2}[ ,]?){12,}(?!\w)/giu;
const PERCENT = /(?:%[0-9a-f]{2}|[\w.+-]){12,}/giu;
/** "vtaber", "cerivbhf", "vafgehpg": ROT13 of what nobody who writes plainly writes. */
const ROT13 = /\b(?:vtaber|qvfertneq|sbetrg|bireevqr|cerivbhf|vafgehpgvba|flfgrz cebzcg|nffvfgnag)/iu;
/** "erongi", "suoiverp": the same words backwards. */
const BACKWARDS = /\b(?:erongi|dragersid|edirrevo|suoiverp|snoitcurtsni|noitcurtsni|tpmorp|tnatsissa)\b/iu;

/** Most texts hold nothing of the kind. */
const MAY_HOLD_CODE = /[A-Za-z0-9+/]{24}|%[0-9a-fA-F]{2}|(?:[0-9a-fA-F]{2}[ ,]){8}|\\x[0-9a-fA-F]{2}|0x[0-9a-fA-F]{2}/u;
const PRINTABLE = /^[\t\n\r -~]{8,}$/u;

const rot13 = (text: string): string =>
  text.replaceAll(/[a-z]/giu, (letter) => {
    const base = letter <= 'Z' ? 65 : 97;
    return String.fromCharCode(((letter.charCodeAt(0) - base + 13) % 26) + base);
  });

/** What a text holds in ways that a program reads and a person does not: base64, hex, percent signs, ROT13, backwards. */
export function* readEncoded(text: string): Generator<string> {
  if (!MAY_HOLD_CODE.test(text) && !ROT13.test(text) && !BACKWARDS.test(text)) return;
  for (const [code] of text.matchAll(BASE64)) yield* readable(Buffer.from(code, 'base64').toString('latin1'));
  for (const [code] of text.matchAll(HEX))
    yield* readable(Buffer.from(code.replaceAll(/0x|\\x|[ ,]/giu, ''), 'hex').toString('latin1'));
  if (/%[0-9a-f]{2}.*%[0-9a-f]{2}/iu.test(text)) {
    for (const [code] of text.matchAll(PERCENT))
      yield code.replaceAll(/%([0-9a-f]{2})/giu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  }
  if (ROT13.test(text)) yield rot13(text);
  if (BACKWARDS.test(text)) yield Array.from(text).reverse().join('');
}

function* readable(decoded: string): Generator<string> {
  if (PRINTABLE.test(decoded) && decoded.includes(' ')) yield decoded;
}
