import { isThai } from './code-page.ts';
import type { MisreadSequence } from './read-sequence.ts';

const THAI = /[\u0E01-\u0E5B]/u;
/** What is left of a character whose other bytes were lost: no Thai word ends in a vowel that is written first. */
const LEFTOVER = /โ[ขคฅฆฌ]?(?![\u0E01-\u0E5B])/gu;

/**
 * Whether Thai itself could not have written this: vowels that stand before their consonant (เ แ โ ใ ไ) followed by
 * something that is no Thai letter; an emoji's first two bytes; a byte order mark.
 */
export const isProvenThaiMisreading = (sequence: MisreadSequence): boolean => {
  const [lead = '', second = ''] = sequence.misread;
  if (sequence.char === '\uFEFF') return true;
  return (/[เแโใไ]/u.test(lead) && !isThai(second)) || (lead === '๐' && second === 'Ÿ');
};

/** Whether Thai is left once every sequence that could be a misreading is taken out. */
export const holdsThaiWriting = (text: string, sequences: readonly MisreadSequence[]): boolean => {
  if (!THAI.test(text)) return false;
  let rest = '';
  let from = 0;
  for (const { start, end } of sequences) {
    rest += `${text.slice(from, start)} `;
    from = end;
  }
  return THAI.test((rest + text.slice(from)).replace(LEFTOVER, ''));
};

/**
 * Pairs of Thai consonants that stand alone among Latin text and would be no Thai word, but are a sign (ยท is ·) or the
 * letter that the Latin word beside them lacks (IFN-ฮณ is IFN-γ, cafรฉ is café). ยก, "to lift", is a word.
 */
export const isStrayPair = (sequence: MisreadSequence, text: string): boolean => {
  if (sequence.misread.length !== 2 || sequence.misread === 'ยก') return false;
  if (isThai(text.charAt(sequence.start - 1)) || isThai(text.charAt(sequence.end))) return false;
  if (/[\p{P}\p{S}]/u.test(sequence.char)) return true;
  const before = text.slice(Math.max(0, sequence.start - 2), sequence.start);
  return /\p{Ll}/u.test(sequence.char) && /[A-Za-z]-$|[a-z]$/u.test(before);
};
