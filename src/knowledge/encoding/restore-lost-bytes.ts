import { holdsThaiWriting } from './judge-thai.ts';

export interface Restored {
  readonly text: string;
  readonly count: number;
}

interface Rule {
  readonly pattern: RegExp;
  readonly replacement: string;
  /** Characters one match restores. */
  readonly restores: number;
}

/**
 * Some exports drop the bytes 0x80–0x9F altogether, so that only the first of three is left of – — “ ” ’ and only the
 * first and last of ≥. What it was can then be told from where it stands, and nowhere else: never simply removed, or
 * "14–21 days" would become 1421. Both first bytes are tried where nobody can have meant them.
 */
const RANGE: Rule = { pattern: /(?<=\d%?)[โâ](?=[~+]?\d)/gu, replacement: '–', restores: 1 };

const LATIN_ONLY: readonly Rule[] = [
  RANGE,
  { pattern: /โŒ/gu, replacement: '❌', restores: 1 },
  { pattern: /โš(?= )/gu, replacement: '⚠', restores: 1 },
  { pattern: /(?<=\S)โ€(?=\s|$|[\uFFFD).,;:!?])\uFFFD?/gmu, replacement: '”', restores: 1 },
  { pattern: /โฅ(?=\s?\d)/gu, replacement: '≥', restores: 1 },
  { pattern: /โค(?=\d)/gu, replacement: '≤', restores: 1 },
  { pattern: /(?<=^[ \t]*)โข(?=\s)/gmu, replacement: '•', restores: 1 },
  { pattern: /(?<=\p{Script=Latin})โฆ(?=\s|$|[”"')])/gmu, replacement: '…', restores: 1 },
  { pattern: /(?<=\b[IVX]+[ABC]?)โ(?=[IVX]+[ABC]?\b)/gu, replacement: '–', restores: 1 },
  { pattern: /(?<=\p{Script=Latin})โ(?=(?:s|t|d|m|re|ve|ll)\b)/gu, replacement: '’', restores: 1 },
  { pattern: /(?<=\S )โ(?= \S|$)/gmu, replacement: '—', restores: 1 },
  {
    pattern: /(?<=^[ \t>]*|[\s([])โ(?=\S)([^โ\n]*\S)โ(?=$|[\s)\].,;:!?])/gmu,
    replacement: '“$1”',
    restores: 2,
  },
];

/** windows-1252 has no character for 0x9D, the last byte of ”. */
const LATIN_QUOTE: Rule = {
  pattern: /(?<=\S)â€(?=\s|$|[\uFFFD).,;:!?])\uFFFD?/gmu,
  replacement: '”',
  restores: 1,
};

/** Restores characters of which bytes are missing, from their surroundings. Where Thai is written, only number ranges. */
export const restoreLostBytes = (text: string): Restored => {
  const rules = holdsThaiWriting(text, []) ? [RANGE, LATIN_QUOTE] : [...LATIN_ONLY, LATIN_QUOTE];
  let restored = text;
  let count = 0;
  for (const { pattern, replacement, restores } of rules) {
    count += restores * [...restored.matchAll(pattern)].length;
    restored = restored.replace(pattern, replacement);
  }
  return { text: restored, count };
};
