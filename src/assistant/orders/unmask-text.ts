import { oneEditAway } from '#assistant/ask/one-edit-away.ts';
import { foldLookalikes } from '#assistant/screen/fold-lookalikes.ts';
import { normaliseText } from '#assistant/screen/normalise-text.ts';

/** Nothing in it but ASCII and what prose is full of, to which nothing is done. */
const FOLDED_AT_ONCE = /^[\p{ASCII}–—“”•…°±≥≤]*$/u;
const BLANKS = /\s\s|[^\S ]/u;
const LOOKALIKE = /[\p{Script=Cyrillic}\p{Script=Greek}]/u;
const WORD = /[\p{L}\p{M}\p{N}@$]+/gu;
/** A letter at a time: "i g n o r e", "i.g.n.o.r.e". */
const SPELT_OUT = /(?<![a-z0-9])(?:[a-z0-9][ .\-_*|]){5,}[a-z0-9](?![a-z0-9])/gu;
const BETWEEN_LETTERS = /[^a-z0-9]/gu;
/** What stands between words besides blanks: "ignore-all-previous-instructions". */
const NO_WORD = /[^\p{L}\p{M}\p{N}@$'"]+/gu;
/** Words joined by marks, cut by dots, with digits inside, letter by letter, or shortened. */
const OUT_OF_PROSE =
  /[a-z][-/_.+|*,]{1,3}[a-z]+[-/_.+|*,]{1,3}[a-z]|\.{2,3} ?[a-z]|[a-z][013457@$]+[a-z]|\b[013457@$][a-z]+[013457@$]|(?:\b[a-z0-9][ .\-_*|]){5}|\b(?:ur|pls|plz|msgs)\b/u;
const LONG_WORD = /[a-z]{5,}/gu;
const SHORT_FOR = new Map(
  Object.entries({ ur: 'your', u: 'you', pls: 'please', plz: 'please', n: 'and', msgs: 'messages' }),
);
const SHORT = /\b(?:ur|u|pls|plz|n|msgs)\b/gu;
/** Letters and stand-ins for letters in one word. */
const MIXED = /(?=[013457@$]*[a-z])(?=[a-z]*[013457@$])[a-z013457@$]{4,}/gu;
const DIGIT_LETTERS = new Map(Object.entries({ 0: 'o', 1: 'i', 3: 'e', 4: 'a', 5: 's', 7: 't', '@': 'a', $: 's' }));

export interface Unmask {
  /** The text in lower case, without accents, look-alike letters, what cannot be seen, and blanks in a row. */
  fold(raw: string): string;
  /** Folded text as plain words: without other marks, misspelt or shortened words, digits for letters and spelt out words put right. */
  mend(folded: string): string;
}

/** `disguised`: words that are worth disguising; no other word is changed for a misspelling. */
export function createUnmask(disguised: readonly string[]): Unmask {
  const meant = new Map<string, string>();
  for (const word of disguised) for (const slip of oneEditAway(word)) meant.set(slip, word);
  for (const word of disguised) meant.set(word, word);

  function isDisguised(folded: string): boolean {
    if (OUT_OF_PROSE.test(folded)) return true;
    for (const [word] of folded.matchAll(LONG_WORD)) if ((meant.get(word) ?? word) !== word) return true;
    return false;
  }

  return {
    fold(raw) {
      const plain = FOLDED_AT_ONCE.test(raw) ? raw.toLowerCase() : normaliseText(raw).text;
      const single = BLANKS.test(plain) ? plain.replaceAll(/\s+/gu, ' ') : plain;
      return LOOKALIKE.test(single) ? single.replaceAll(WORD, (word) => foldLookalikes(word)) : single;
    },
    mend: (folded) =>
      isDisguised(folded)
        ? folded
            .replaceAll(SPELT_OUT, (letters) => letters.replaceAll(BETWEEN_LETTERS, ''))
            .replaceAll(NO_WORD, ' ')
            .replaceAll(SHORT, (word) => SHORT_FOR.get(word) ?? word)
            .replaceAll(MIXED, (word) => Array.from(word, (sign) => DIGIT_LETTERS.get(sign) ?? sign).join(''))
            .replaceAll(LONG_WORD, (word) => meant.get(word) ?? word)
        : folded,
  };
}
