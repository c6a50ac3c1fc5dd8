import { CARRIED, type Comparison } from './comparison.ts';
import type { ClaimRejection } from './rejection.ts';
import { hitsOf } from './statement.ts';
import type { TermIndex } from './term-index.ts';

export interface NameDeps {
  readonly terms: TermIndex;
  /** Whether a lower-case word stands in a dictionary. */
  readonly isWord: (word: string) => boolean;
  /** Whether it is a drug, an illness, a currency or an adjective of a body part or place. */
  readonly namesPrecisely: (word: string) => boolean;
}

/** Shorter ones that no dictionary knows are abbreviations in lower case. */
const SHORTEST_NAME = 5;

/** Every name of the claim is one of its quotes: by the glossary, or to the letter where nobody knows it. */
export function checkNames(
  { claim, evidence, carried, soft }: Comparison,
  { terms, isWord, namesPrecisely }: NameDeps,
): ClaimRejection | null {
  const all = hitsOf(claim, 'term');
  const known = new Set<number>();
  for (const { meaning, from, to } of all) {
    for (let at = from; at < to; at += 1) known.add(at);
    const isInner = all.some((o) => o.to - o.from > to - from && o.from <= from && o.to >= to);
    const words = claim.words.slice(from, to);
    if (!meaning.isName || isInner || claim.inQuantity[from] || words.every(({ stem }) => soft.has(stem))) continue;
    const narrower = [...evidence.ids].some((id) => terms.widerThan(id) === meaning.id);
    const inOtherWords = hitsOf(claim, 'group').some(
      (hit) => hit.from <= from && hit.to >= to && evidence.ids.has(hit.meaning.id),
    );
    if (!evidence.ids.has(meaning.id) && !narrower && !inOtherWords) return 'name';
  }
  for (const [at, { surface, stem, start }] of claim.words.entries()) {
    if (known.has(at) || claim.inQuantity[at] || evidence.stems.has(stem)) continue;
    const opens = at === 0 || /[.:!?]\s*["“]?$/u.test(claim.text.slice(0, start));
    const lower = surface.toLowerCase().replace(/['’]s$/u, '');
    const isCode = /\d/u.test(surface) ? /\p{L}/u.test(surface) : /^\P{Ll}*\p{Lu}\P{Ll}*\p{Lu}/u.test(surface);
    if (isCode) return 'name';
    if (/^\d/u.test(surface)) continue;
    const isNamed = /^\p{Lu}/u.test(surface) && (!opens || !isWord(lower));
    if (isNamed && !((carried[at] ?? 0) >= CARRIED && isWord(lower))) return 'name';
    if (soft.has(stem) || (carried[at] ?? 0) >= CARRIED) continue;
    if (lower.length >= SHORTEST_NAME && !isWord(lower) && (carried[at] ?? 0) === 0) return 'name';
    if (namesPrecisely(lower) && (carried[at] ?? 0) === 0) return 'name';
  }
  return null;
}
