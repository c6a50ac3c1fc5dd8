import type { Concept } from '#assistant/ask/concept.ts';
import { findConcepts, type Lexicon } from '#assistant/ask/find-concepts.ts';
import { type Clause, placeOf, readClause } from './clause.ts';
import type { FigureRules } from './figure-rules.ts';
import { type Figure, findFigures } from './find-figures.ts';
import type { PremiseRules } from './premise-rules.ts';
import type { Premise } from './read-premise.ts';

export interface EvidenceRules {
  readonly premises: PremiseRules;
  readonly figures: FigureRules;
}

/** A claim, read. */
export interface Claim {
  readonly clause: Clause;
  readonly names: readonly Concept[];
  readonly concepts: readonly Concept[];
  readonly sides: readonly Taken[];
  readonly figures: readonly Figure[];
}

/** A side of one pair of opposites. */
interface Taken {
  readonly pair: number;
  readonly side: number;
}

/** Sides of opposites that a clause takes, the longest phrase first; a negated phrase takes the other side. */
export function sidesOf(clause: Clause, { opposites }: PremiseRules): Taken[] {
  return opposites.flatMap((sides, pair) => {
    const found = sides.flatMap((phrases, side) =>
      phrases.flatMap((phrase) => {
        const at = placeOf(clause, phrase);
        return at === null ? [] : [{ side, at, end: at + phrase.length }];
      }),
    );
    const whole = found.filter(
      (one) => !found.some((o) => o.at <= one.at && o.end >= one.end && o.end - o.at > one.end - one.at),
    );
    const taken = new Set(whole.map(({ side, at }) => (clause.negated[at] ? 1 - side : side)));
    return taken.size === 1 ? [...taken].map((side) => ({ pair, side })) : [];
  });
}

/** Whether the concept is what a pair of opposites is about. */
export function isOfPairs({ alternatives: [written] }: Concept, taken: readonly Taken[], rules: PremiseRules): boolean {
  const phrases = taken.flatMap(({ pair }) => rules.opposites[pair]?.flat() ?? []);
  return phrases.some((phrase) => written?.stems.some((stem) => phrase.includes(stem)));
}

export function readClaim(premise: Premise, lexicon: Lexicon, rules: EvidenceRules): Claim {
  const clause = readClause(premise.claim, rules.premises, { denied: premise.isDenied });
  const concepts = findConcepts(premise.claim, lexicon).filter(({ plain }) => !plain);
  const sides = sidesOf(clause, rules.premises);
  const names = concepts.filter(
    (concept) => concept.essential && concept.kind !== null && !isOfPairs(concept, sides, rules.premises),
  );
  return { clause, names, concepts, sides, figures: findFigures(premise.claim, rules.figures) };
}
