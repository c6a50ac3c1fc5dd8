const MAX_TERMS = 5;
const MAX_CHARS = 40;

/** At most five terms of letters and digits, 40 characters each: what goes into the fixed "not covered" text. */
export function nameMissing(surfaces: readonly string[]): string[] {
  const terms = surfaces
    .map((surface) => (surface.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).join(' ').slice(0, MAX_CHARS).trim())
    .filter((term) => term !== '');
  return [...new Set(terms.map((term) => term.toLowerCase()))].slice(0, MAX_TERMS);
}
