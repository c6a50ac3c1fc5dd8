import { isIP } from 'node:net';
import { z } from 'zod';

/** A whole number, written in plain digits. */
export function wholeNumber(min: number, max: number, fallback: number) {
  return z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.int().min(min).max(max))
    .default(fallback);
}

export function yesOrNo() {
  return z
    .enum(['true', 'false'])
    .default('false')
    .transform((value) => value === 'true');
}

/** An absolute http(s) address without credentials, query or trailing slash. */
export function webAddress() {
  return z
    .string()
    .refine(isWebAddress)
    .transform((value) => value.replace(/\/+$/, ''))
    .optional();
}

function isWebAddress(value: string): boolean {
  const url = parseWebUrl(value);
  return url !== null && url.username === '' && url.password === '' && url.search === '' && url.hash === '';
}

function parseWebUrl(value: string): URL | null {
  if (!URL.canParse(value)) return null;
  const url = new URL(value);
  return /^https?:$/.test(url.protocol) ? url : null;
}

/** Comma-separated; blanks between commas are skipped. */
export function listOf(isItem: (item: string) => boolean) {
  return z
    .string()
    .default('')
    .transform((value) =>
      value
        .split(',')
        .map((item) => item.trim())
        .filter((item) => item !== ''),
    )
    .refine((items) => items.every(isItem))
    .readonly();
}

/** Exactly what a browser sends as `Origin`: scheme, host, port where it is not the default; never `*` or `null`. */
export function isExactOrigin(value: string): boolean {
  return parseWebUrl(value)?.origin === value;
}

/** An address, or a block such as `10.0.0.0/8`. */
export function isAddressBlock(value: string): boolean {
  const [address = '', bits, ...rest] = value.split('/');
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 4 ? 32 : 128));
}
