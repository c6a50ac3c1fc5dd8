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

const rootOf = (stem: string): string => (stem.length < SAME_ROOT.letters ? '' : stem.slice(0, SAME_ROOT.letters));

/** What a statement carries besides its own words: meanings, what its names imply, wider names, and its words by their root. */
function readKnown(by: Statement, terms: TermIndex) {
  const [stems, ids, byRoot] = [new Set<string>(), new Set(by.ids), new Map<string, string[]>()];
  for (const id of by.ids) {
    const implied = terms.impliedBy(id);
    for (const stem of implied.stems) stems.add(stem);
    for (const other of implied.ids) ids.add(other);
    const wider = terms.widerThan(id);
    if (wider !== null) ids.add(wider);
  }
  for (const stem of by.stems) {
    const root = rootOf(stem);
    if (root !== '') byRoot.set(root, [...(byRoot.get(root) ?? []), stem]);
  }
  return { stems, ids, byRoot };
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
  const known = readKnown(by, terms);
  const takesUp = (id: string): boolean =>
    [...terms.impliedBy(id).stems].some((stem) => !soft.has(stem) && by.stems.has(stem));
  return of.words.map(({ stem, surface }, at) => {
    if (by.stems.has(stem)) return 1;
    const ids = (of.idsAt[at] ?? []).filter((id) => id !== 'denial');
    if (known.stems.has(stem) || ids.some((id) => known.ids.has(id))) return SAME_MEANING;
    let best = 0;
    if (loosely && ids.some(takesUp)) best = SAME_ROOT.strength;
    if (known.byRoot.get(rootOf(stem))?.some((other) => sharesRoot(other, stem))) best = SAME_ROOT.strength;
    if (/^\p{Lu}/u.test(surface) && at > 0) return best;
    for (const { stems, strength } of related(surface.toLowerCase()))
      if (strength > best && strength >= NEAR && stems.every((one) => by.stems.has(one))) best = strength;
    return best;
  });
}
