import type { MisreadSequence } from './read-sequence.ts';

/** Characters that may follow a letter in clean text: closing punctuation, dashes, marks, and š or ž inside a word. */
const FOLLOWS_A_LETTER = /^[’‘”“»«›‹…–—•·™®©°ªº¹²³§†‡¡¿\u00A0\u00ADŠŽšž]+$/u;
const QUOTES_AND_DASHES = /^[’‘”“»«…–—\u00A0]+$/u;
const UPPER = /\p{Lu}/u;
const LOWER = /\p{Ll}/u;
const LETTER = /\p{L}/u;
const OPENING = /[«„“”‘‚‹"'(]/u;

/**
 * Whether the characters can be what a person wrote: "CAFÉ»", "voilà »", "KNÍŽKA", "6 × 10" (with a no-break space) all
 * happen to be valid UTF-8 when read as windows-1252 bytes. An upper-case letter after a lower-case one never is.
 */
export const isNaturalLatin = (sequence: MisreadSequence, text: string): boolean => {
  const lead = sequence.misread.charAt(0);
  const rest = sequence.misread.slice(1);
  const before = text.charAt(sequence.start - 1);
  const after = text.charAt(sequence.end);
  if (sequence.char === '\uFEFF' || !FOLLOWS_A_LETTER.test(rest)) return false;
  if (UPPER.test(lead) && LOWER.test(before)) return false;
  switch (lead) {
    case 'Â': // what a misread °, ·, », ® or no-break space starts with
      return UPPER.test(before);
    case 'â': // almost no word of any language ends in it
      return LETTER.test(before) && QUOTES_AND_DASHES.test(rest);
    case 'Ã': // misread é, ü, ñ …; but also "AMANHÃ…"
      if (rest === '—') return UPPER.test(before);
      return !LETTER.test(after) && (UPPER.test(before) || OPENING.test(before));
    case 'Î':
    case 'Ï':
    case 'Ð': // misread Greek and Cyrillic
      return !LETTER.test(after) && (UPPER.test(before) || OPENING.test(before));
    case 'È': // misread ș and ț; but also "È…"
      if (QUOTES_AND_DASHES.test(rest)) return true;
      return UPPER.test(before) || !LOWER.test(after);
    case 'Ä':
    case 'Å': // misread ę, œ, ř …
      return UPPER.test(before) || !LOWER.test(after);
    default:
      return true;
  }
};
