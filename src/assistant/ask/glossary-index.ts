import type { GlossaryEntry } from '#knowledge/organisation/read-glossary.ts';
import type { Alternative } from './concept.ts';
import { tokensOf } from './stem-sequence.ts';

/** Strength of a broader or narrower word: near enough to find by, not the same. */
const RELATED = 0.7;
/** Strength of one of a kind for the kind. */
const MEMBER = 0.95;
/** Strength of an everyday word for the word that documents use. */
const EVERYDAY = 0.9;

export interface GlossaryConcept {
  /** What tells it from others. */
  readonly term: string;
  /** The glossary's kind; null for ordinary words. */
  readonly kind: string | null;
  readonly alternatives: readonly Alternative[];
}

export interface GlossaryPhrase {
  readonly stems: readonly string[];
  /** Must be written exactly so, for abbreviations that are also words (ALL); null when case does not matter. */
  readonly exact: string | null;
  readonly entry: GlossaryConcept;
}

/** Phrases by their first stem, longest first, names before ordinary words. */
export type GlossaryIndex = ReadonlyMap<string, readonly GlossaryPhrase[]>;

const stemsOf = (phrase: string): string[] => tokensOf(phrase).map((token) => token.stem);
const keyOf = (phrase: string): string => stemsOf(phrase).join(' ');
const as = (phrases: readonly string[], strength: number): Alternative[] =>
  phrases.map((phrase) => ({ stems: stemsOf(phrase), strength })).filter(({ stems }) => stems.length > 0);

/** Names of glossary entries, each with every form that means the same. */
function namedPhrases(entries: readonly GlossaryEntry[]): GlossaryPhrase[] {
  const namesOf = new Map(entries.map((entry) => [keyOf(entry.term), [entry.term, ...entry.aliases]]));
  return entries.flatMap((entry) => {
    const names = [entry.term, ...entry.aliases];
    const related = entry.related.flatMap((phrase) => namesOf.get(keyOf(phrase)) ?? [phrase]);
    // "Side effects" stands for every entry of the kind side-effect, and each of them answers for it.
    const isKind = names.some((name) => entry.kind !== null && keyOf(name) === keyOf(entry.kind));
    const members = isKind ? entries.filter((e) => e !== entry && e.kind === entry.kind) : [];
    const membersNames = members.flatMap((e) => [e.term, ...e.aliases]);
    const alternatives = [...as(names, 1), ...as(membersNames, MEMBER), ...as(related, RELATED)];
    const concept = { term: entry.term, kind: entry.kind, alternatives };
    return names.map((name) => ({
      stems: stemsOf(name),
      exact: entry.caseSensitive && !/\p{Ll}/u.test(name) ? name : null,
      entry: concept,
    }));
  });
}

/** Ordinary words and phrases: everyday groups, and what entries call related without naming it themselves. */
function ordinaryPhrases(
  entries: readonly GlossaryEntry[],
  everyday: ReadonlyArray<readonly string[]>,
): GlossaryPhrase[] {
  const found = new Map<string, Alternative[]>();
  const add = (phrase: string, alternatives: readonly Alternative[]) => {
    const key = keyOf(phrase);
    found.set(key, [...(found.get(key) ?? as([phrase], 1)), ...alternatives]);
  };
  for (const group of everyday) for (const phrase of group) add(phrase, as(group, EVERYDAY));
  for (const entry of entries) {
    for (const phrase of entry.related) add(phrase, as([entry.term, ...entry.aliases], RELATED));
  }
  return [...found].map(([key, alternatives]) => ({
    stems: key.split(' '),
    exact: null,
    entry: { term: key, kind: null, alternatives },
  }));
}

/** The organisation's names as one entry. */
const organisationEntry = (names: readonly string[]): GlossaryEntry[] => {
  const [term, ...aliases] = names;
  if (term === undefined) return [];
  return [{ term, aliases, related: [], meaning: null, kind: 'organisation', caseSensitive: false }];
};

/** `everyday`: groups of ordinary words and phrases that mean the same in a question. */
export function indexGlossary(
  glossary: readonly GlossaryEntry[],
  everyday: ReadonlyArray<readonly string[]>,
  organisationNames: readonly string[],
): GlossaryIndex {
  const entries = [...glossary, ...organisationEntry(organisationNames)];
  const index = new Map<string, GlossaryPhrase[]>();
  for (const phrase of [...namedPhrases(entries), ...ordinaryPhrases(entries, everyday)]) {
    const first = phrase.stems[0];
    if (first) index.set(first, [...(index.get(first) ?? []), phrase]);
  }
  for (const phrases of index.values()) phrases.sort((a, b) => b.stems.length - a.stems.length);
  return index;
}
