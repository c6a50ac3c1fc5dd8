import type { GlossaryEntry } from '#knowledge/organisation/read-glossary.ts';
import { tokenise } from '#knowledge/words/tokenise.ts';
import type { Alternative } from './concept.ts';

/** Strength of a broader or narrower word: near enough to find by, not to count as the same. */
const RELATED = 0.7;

export interface GlossaryPhrase {
  readonly stems: readonly string[];
  /** Must be written exactly so, for abbreviations that are also words (ALL); null when case does not matter. */
  readonly exact: string | null;
  readonly entry: GlossaryConcept;
}

export interface GlossaryConcept {
  readonly term: string;
  readonly kind: string | null;
  readonly alternatives: readonly Alternative[];
}

/** Phrases of the glossary by their first stem, longest first. */
export type GlossaryIndex = ReadonlyMap<string, readonly GlossaryPhrase[]>;

const stemsOf = (phrase: string): string[] => tokenise(phrase).map((token) => token.stem);

export function indexGlossary(entries: readonly GlossaryEntry[]): GlossaryIndex {
  const index = new Map<string, GlossaryPhrase[]>();
  for (const entry of entries) {
    const same = [entry.term, ...entry.aliases];
    const alternatives = [
      ...same.map((phrase) => ({ stems: stemsOf(phrase), strength: 1 })),
      ...entry.related.map((phrase) => ({ stems: stemsOf(phrase), strength: RELATED })),
    ];
    const concept = { term: entry.term, kind: entry.kind, alternatives };
    for (const phrase of same) {
      const stems = stemsOf(phrase);
      const first = stems[0];
      if (first === undefined) continue;
      const exact = entry.caseSensitive && !/\p{Ll}/u.test(phrase) ? phrase : null;
      index.set(first, [...(index.get(first) ?? []), { stems, exact, entry: concept }]);
    }
  }
  for (const phrases of index.values()) phrases.sort((a, b) => b.stems.length - a.stems.length);
  return index;
}
