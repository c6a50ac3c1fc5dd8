import type { Bm25Index, WeightedTerm } from './bm25-index.ts';
import { chatterWords } from './chatter-words.ts';
import type { Correction } from './correct-term.ts';
import { foldWord } from './fold-word.ts';
import type { FoundEntry, GlossaryPhrases } from './glossary-phrases.ts';
import { joinCompounds } from './join-compounds.ts';
import { type Token, tokenise } from './tokenise.ts';

export interface QueryExpansion {
  readonly index: Pick<Bm25Index, 'documentFrequency' | 'inverseDocumentFrequency'>;
  readonly phrases: GlossaryPhrases;
  readonly correct: (term: string) => readonly Correction[];
}

/**
 * What an added term counts, where a word of the question counts 1. Measured on the development questions; ranks change
 * little within ±0.1 of each.
 */
export const termWeights = {
  /** Another name of the same thing, divided among the words of that name. */
  alias: 0.6,
  related: 0.15,
  /** One edit away; squared for two. */
  correction: 0.7,
  /** A part of a hyphenated word that the index knows as a whole. */
  compoundPart: 0.5,
  /** A word that belongs to asking rather than to what is asked. */
  chatter: 0.5,
} as const;

/** The terms to search for: the question's words, other names for what it speaks of, and repaired typing errors. */
export function expandQuery(query: string, expansion: QueryExpansion): WeightedTerm[] {
  const weights = new Map<string, number>();
  const raise = (term: string, weight: number) => {
    if (weight > (weights.get(term) ?? 0)) weights.set(term, weight);
  };
  const tokens = tokenise(query);
  const repaired = tokens.map((token) => repair(token, expansion));
  addOwnWords(tokens, repaired, expansion, raise);
  for (const candidates of alternatives(tokens, repaired)) {
    for (const found of expansion.phrases.find(candidates)) addOtherNames(found, expansion.index, raise);
  }
  return [...weights]
    .filter(([term]) => expansion.index.documentFrequency(term) > 0)
    .map(([term, weight]) => ({ term, weight }));
}

/** The corrections of a word that neither the index nor the glossary knows; none for a known one. */
function repair(token: Token, { index, phrases, correct }: QueryExpansion): readonly Correction[] {
  const isKnown = token.isStop || index.documentFrequency(token.stem) > 0 || phrases.knows(token.stem);
  return isKnown ? [] : correct(token.stem);
}

function addOwnWords(
  tokens: readonly Token[],
  repaired: ReadonlyArray<readonly Correction[]>,
  { index }: QueryExpansion,
  raise: (term: string, weight: number) => void,
): void {
  const partOfKnown = new Set<number>();
  for (const { stem, first, last } of joinCompounds(tokens)) {
    if (index.documentFrequency(stem) === 0) continue;
    raise(stem, 1);
    for (let part = first; part < last; part += 1) partOfKnown.add(part);
  }
  const occurrences = countStems(tokens);
  for (const [at, token] of tokens.entries()) {
    if (token.isStop) continue;
    const weight = partOfKnown.has(at) ? termWeights.compoundPart : 1;
    const interest = chatterWords.has(foldWord(token.surface)) ? termWeights.chatter : 1;
    // A long message comes back to what it is about; a root, so that one word does not drown the others.
    raise(token.stem, weight * interest * Math.sqrt(occurrences.get(token.stem) ?? 1));
    for (const { term, edits } of repaired[at] ?? []) raise(term, termWeights.correction ** edits);
    // "stage4", "10days": a number and its word written as one.
    const glued = /^(?:(\d+)(\p{L}+)|(\p{L}+)(\d+))$/u.exec(token.stem);
    if (glued && index.documentFrequency(token.stem) === 0) {
      for (const part of glued.slice(1))
        if (part !== undefined) for (const inner of tokenise(part)) raise(inner.stem, 1);
    }
  }
}

function countStems(tokens: readonly Token[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { stem } of tokens) counts.set(stem, (counts.get(stem) ?? 0) + 1);
  return counts;
}

/**
 * A name that stands in for another may not count more than that one does, or the rarer spelling of what every passage
 * is about would outweigh the rest of the question. Where the documents never use the name as asked, nothing limits it.
 */
function addOtherNames(
  { named, aliases, related }: FoundEntry,
  index: QueryExpansion['index'],
  raise: (term: string, weight: number) => void,
): void {
  const limit = Math.max(...named.map((stem) => index.inverseDocumentFrequency(stem)));
  const add = (names: ReadonlyArray<readonly string[]>, weight: number) => {
    for (const name of names) {
      for (const stem of name) {
        const own = index.inverseDocumentFrequency(stem);
        const capped = limit > 0 && own > limit ? limit / own : 1;
        raise(stem, (weight * capped) / Math.sqrt(name.length));
      }
    }
  };
  add(aliases, termWeights.alias);
  add(related, termWeights.related);
}

/** The question as the glossary should read it: as written, and once with its best corrections. */
function alternatives(
  tokens: readonly Token[],
  repaired: ReadonlyArray<readonly Correction[]>,
): ReadonlyArray<readonly Token[]> {
  const corrected = tokens.map((token, at) => {
    const best = repaired[at]?.[0];
    return best === undefined ? token : { ...token, stem: best.term };
  });
  return repaired.some((corrections) => corrections.length > 0) ? [tokens, corrected] : [tokens];
}
