import type { Alternative } from '#assistant/ask/concept.ts';
import type { Statement } from './statement.ts';
import type { TermIndex } from './term-index.ts';

export interface CarriageDeps {
  readonly terms: TermIndex;
  /** Stems that carry no fact. */
  readonly soft: ReadonlySet<string>;
  /** Words near in meaning to a lower-case word, by the thesaurus. */
  readonly related: (word: string) => readonly Alternative[];
}

/** How well each word of one statement is carried by another: 0 not at all, 1 by itself. */
export type Carriage = readonly number[];

/** A synonym of the group or glossary is as good as the word; what the thesaurus adds counts less. */
const SAME_MEANING = 0.95;
const NEAR = 0.5;
/** Two forms of one root that the stemmer does not join: "method", "methodological". */
const SAME_ROOT = { letters: 6, share: 0.75, strength: 0.7 };

/** Words of a claim that say something by themselves. */
export const isTelling = ({ stem, isStop }: { stem: string; isStop: boolean }, soft: ReadonlySet<string>): boolean =>
  !isStop && !soft.has(stem) && !/^\d/u.test(stem);

function sharesRoot(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length);
  if (shorter < SAME_ROOT.letters) return false;
  const needed = Math.max(SAME_ROOT.letters, Math.ceil(SAME_ROOT.share * shorter));
  return a.slice(0, needed) === b.slice(0, needed);
}

/**
 * For every word of `of`, how well `by` carries it. `loosely`: a name is also taken up by one word of its long form, which is
 * enough to speak of it and too little to support it.
 */
export function carriage(
  of: Statement,
  by: Statement,
  { terms, soft, related }: CarriageDeps,
  { loosely = false }: { readonly loosely?: boolean } = {},
): Carriage {
  const byIds = [...by.ids];
  const implied = byIds.map((id) => terms.impliedBy(id));
  const isImplied = (stem: string, ids: readonly string[]): boolean =>
    implied.some((one) => one.stems.has(stem) || ids.some((id) => one.ids.has(id)));
  const takesUp = (id: string): boolean =>
    [...terms.impliedBy(id).stems].some((stem) => !soft.has(stem) && by.stems.has(stem));
  return of.words.map(({ stem, surface }, at) => {
    if (by.stems.has(stem)) return 1;
    const ids = (of.idsAt[at] ?? []).filter((id) => id !== 'denial');
    if (ids.some((id) => by.ids.has(id) || byIds.some((other) => terms.isNarrower(other, id)))) return SAME_MEANING;
    if (isImplied(stem, ids)) return SAME_MEANING;
    let best = 0;
    if (loosely && ids.some(takesUp)) best = SAME_ROOT.strength;
    if (stem.length >= SAME_ROOT.letters && by.words.some((word) => sharesRoot(word.stem, stem)))
      best = SAME_ROOT.strength;
    if (/^\p{Lu}/u.test(surface) && at > 0) return best;
    for (const { stems, strength } of related(surface.toLowerCase()))
      if (strength > best && strength >= NEAR && stems.every((one) => by.stems.has(one))) best = strength;
    return best;
  });
}
