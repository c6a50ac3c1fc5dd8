import { type Concept, carry } from '#assistant/ask/concept.ts';
import { type StemSequence, sequenceStems, tokensOf } from '#assistant/ask/stem-sequence.ts';
import type { PremiseRules } from './premise-rules.ts';

/** A stretch of text within which a negation holds. */
export interface Clause {
  readonly text: string;
  readonly words: StemSequence;
  /** For each word, whether an odd number of negations stands before it. */
  readonly negated: readonly boolean[];
  readonly hasNegation: boolean;
  /** "… and the other does not": what is denied is left out. */
  readonly isCutShort: boolean;
}

/** "cannot", "doesn't" and "don't" without their apostrophes. */
const bare = (surface: string): string => surface.toLowerCase().replace(/['’ʼ]/gu, '');

/** `denied`: turned round from outside. `wholly`: a value that is negated turns the name before it round too. */
export function readClause(
  text: string,
  rules: PremiseRules,
  { denied = false, wholly = false }: { readonly denied?: boolean; readonly wholly?: boolean } = {},
): Clause {
  const tokens = tokensOf(text);
  const negated: boolean[] = [];
  let odd = denied;
  let next = false;
  let count = denied ? 1 : 0;
  for (const { surface } of tokens) {
    const word = bare(surface);
    const isNegator = rules.negators.has(word);
    const before = odd;
    if (isNegator) {
      odd = !odd;
      count += 1;
    }
    negated.push(next ? !before : before);
    next = rules.prefixes.has(word);
  }
  const all = (wholly && count % 2 === 1) || (count === 1 && rules.deniesSubject.test(text));
  return {
    text,
    words: sequenceStems(text),
    negated: all ? negated.map(() => true) : negated,
    hasNegation: count > 0,
    isCutShort: rules.negators.has(bare(tokens.at(-1)?.surface ?? '')),
  };
}

/** Clauses of a sentence, cut where a negation ends. */
export function splitClauses(text: string, rules: PremiseRules): Clause[] {
  return text
    .split(rules.clauseEnds)
    .map((part) => part?.trim() ?? '')
    .filter((part) => /\p{L}/u.test(part))
    .map((part) => readClause(part, rules));
}

/** Where a phrase stands in a clause: the place of its first word, or null. */
export function placeOf({ words }: Clause, phrase: readonly string[]): number | null {
  const [first, ...rest] = phrase;
  if (first === undefined) return null;
  const at = words.positions.get(first)?.find((start) => rest.every((stem, i) => words.stems[start + 1 + i] === stem));
  return at ?? null;
}

/** How well a clause carries a concept and whether it is negated there. */
export function carriedIn(clause: Clause, concept: Concept): { readonly strength: number; readonly negated: boolean } {
  const strength = carry(concept, clause.words);
  if (strength === 0) return { strength, negated: false };
  for (const { stems, strength: s } of concept.alternatives) {
    const at = s === strength ? placeOf(clause, stems) : null;
    if (at !== null) return { strength, negated: clause.negated[at + stems.length - 1] ?? false };
  }
  return { strength, negated: false };
}
