import { stemmer } from 'stemmer';
import { foldSpelling } from './fold-spelling.ts';

const greek: Readonly<Record<string, string>> = {
  α: 'alpha',
  β: 'beta',
  γ: 'gamma',
  δ: 'delta',
  ε: 'epsilon',
  κ: 'kappa',
  λ: 'lambda',
  μ: 'mu',
};

/** Lower case, no diacritics, no possessive, no thousands separators; a lone Greek letter by its name (IFN-γ). */
export function foldWord(surface: string): string {
  const plain = surface
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/['’ʼ]s?$|['’ʼ]s(?=\+?$)/, '')
    .replace(/['’ʼ+]/g, '');
  if (/^\d/.test(plain)) return plain.replace(/,(?=\d{3}(?!\d))/g, '');
  return greek[plain] ?? plain;
}

/** Porter's stem of a folded word; abbreviations of up to three letters and words with digits stay whole. */
export function stemWord(folded: string): string {
  return folded.length > 3 && /^[a-z]+$/.test(folded) ? stemmer(foldSpelling(folded)) : folded;
}
