const LEET: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
};
/** "And", "with", "will" and the tense signs of spoken Arabic, written onto a verb or noun. */
const ARABIC_PROCLITIC = /^(?:و(?=\p{Script=Arabic}{3})|[بهحس](?=[یتان]\p{Script=Arabic}{3}))/u;
const MIN_TYPO_LENGTH = 5;
/** Below this length a slip turns one everyday word into another too easily. */
const MIN_TARGET_LENGTH = 6;

function* deletions(word: string): Iterable<string> {
  for (let i = 1; i < word.length; i += 1) yield word.slice(0, i) + word.slice(i + 1);
}

/** Damerau distance ≤ 1, the first letter kept: one letter added, left out, replaced, or two neighbours swapped. */
function isOneSlip(written: string, meant: string): boolean {
  if (written[0] !== meant[0] || Math.abs(written.length - meant.length) > 1) return false;
  let i = 0;
  while (i < written.length && written[i] === meant[i]) i += 1;
  if (written.length < meant.length) return written.slice(i) === meant.slice(i + 1);
  if (written.length > meant.length) return written.slice(i + 1) === meant.slice(i);
  if (written.slice(i + 1) === meant.slice(i + 1)) return true;
  return written[i] === meant[i + 1] && written[i + 1] === meant[i] && written.slice(i + 2) === meant.slice(i + 2);
}

export interface SpellingWords {
  /** Words of the rules: what a slip may stand for. */
  readonly known: ReadonlySet<string>;
  readonly knownPrefix: (word: string) => boolean;
  /** Correct words that resemble a rule's word. */
  readonly notSlips: ReadonlySet<string>;
}

/**
 * What a written word may stand for besides itself. Symmetric deletion (Garbe, SymSpell 2012) finds words one slip away in
 * time independent of how many words there are.
 */
export function createReadings({ known, knownPrefix, notSlips }: SpellingWords): (word: string) => readonly string[] {
  const byDeletion = new Map<string, string[]>();
  const keep = (key: string, word: string): void => {
    const list = byDeletion.get(key);
    if (list) list.push(word);
    else byDeletion.set(key, [word]);
  };
  for (const word of known) {
    if (word.length < MIN_TARGET_LENGTH || !/^[a-z]+$/u.test(word)) continue;
    keep(word, word);
    for (const shorter of deletions(word)) keep(shorter, word);
  }
  const isKnown = (word: string): boolean => known.has(word) || knownPrefix(word);
  return (word) => {
    if (isKnown(word) || notSlips.has(word)) return [];
    if (ARABIC_PROCLITIC.test(word)) return [word.replace(ARABIC_PROCLITIC, '')];
    if (/\p{L}/u.test(word) && /[\d@$]/u.test(word)) {
      const plain = Array.from(word, (letter) => LEET[letter] ?? letter).join('');
      return isKnown(plain) ? [plain] : [];
    }
    if (!/^[a-z]+$/u.test(word) || word.length > 24) return [];
    if (/(.)\1\1/u.test(word)) {
      const once = word.replace(/(.)\1{2,}/gu, '$1');
      const twice = word.replace(/(.)\1{2,}/gu, '$1$1');
      return [twice, once].filter(isKnown);
    }
    if (word.length < MIN_TYPO_LENGTH) return [];
    const found = new Set<string>();
    for (const key of [word, ...deletions(word)]) {
      for (const candidate of byDeletion.get(key) ?? []) if (isOneSlip(word, candidate)) found.add(candidate);
    }
    return [...found];
  };
}
