import type { MarkedText } from './mark-cues.ts';
import { POSTCODE } from './postcode.ts';

/** A further part of an address: "…, Indiranagar, Bengaluru 560038". */
const PART = /[ \t]*(?:,[ \t]*|\n(?=[\p{Lu}\d]))([^,.?!;\n]{1,45})|[ \t]+[\p{L}]{0,12}[ -]?\d{5,6}(?!\d)/uy;
const MAX_PARTS = 7;

/** Where an address ends whose street ends at `from`: at its postcode, or before the person's own words. */
export function reachAddress({ text, lower, list }: MarkedText, from: number): number {
  let end = from;
  for (let parts = 0; parts < MAX_PARTS; parts += 1) {
    PART.lastIndex = end;
    const part = PART.exec(text)?.[0];
    if (part === undefined) return end;
    const postcode = POSTCODE.exec(part);
    if (postcode) return end + postcode.index + postcode[0].length;
    const stop = [...list('ownWords'), ...list('phoneCues')]
      .map(([start]) => start)
      .filter((start) => start >= end && start < end + part.length && !/\d/u.test(lower.slice(start, start + 1)))
      .reduce((least, start) => Math.min(least, start), Number.POSITIVE_INFINITY);
    if (stop < end + part.length) {
      const kept = text.slice(end, stop).replace(/[\s,]+$/u, '');
      return end + kept.length;
    }
    end += part.length;
  }
  return end;
}
