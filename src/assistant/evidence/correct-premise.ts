import { type Concept, carry } from '#assistant/ask/concept.ts';
import { findConcepts, findNames, type Lexicon } from '#assistant/ask/find-concepts.ts';
import type { Candidate } from '#assistant/compose/candidate.ts';
import { type Clause, carriedIn, placeOf, readClause } from './clause.ts';
import type { FigureRules } from './figure-rules.ts';
import { areCompatible, type Figure, findFigures } from './find-figures.ts';
import { listStatements } from './list-statements.ts';
import type { PremiseRules } from './premise-rules.ts';
import type { Premise } from './read-premise.ts';

export interface EvidenceRules {
  readonly premises: PremiseRules;
  readonly figures: FigureRules;
}

/** Share of the claim, by weight, that a statement must carry to be about the same. Chosen on the dev cases. */
const SAME_THING = 0.6;
const NAMED = 0.7;
/** What the headings carry counts less than the words of the statement. */
const HEADED = 0.65;
/** How much better a contradiction must be than what says the same as the claim. */
const BEYOND_DOUBT = 0.02;

/** Kinds of which a sentence often compares two: what it says of one is not told from what it says of the other. */
const COMPARED = new Set(['treatment', 'drug', 'regimen']);

interface Reading {
  readonly clause: Clause;
  readonly names: readonly Concept[];
  readonly concepts: readonly Concept[];
  readonly sides: readonly Taken[];
  readonly figures: readonly Figure[];
}

interface Taken {
  readonly pair: number;
  readonly side: number;
}

/** Sides of opposites that a clause takes, the longest phrase first; a negated phrase takes the other side. */
function sidesOf(clause: Clause, { opposites }: PremiseRules): Taken[] {
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
function isOfPairs({ alternatives: [written] }: Concept, taken: readonly Taken[], rules: PremiseRules): boolean {
  const phrases = taken.flatMap(({ pair }) => rules.opposites[pair]?.flat() ?? []);
  return phrases.some((phrase) => written?.stems.some((stem) => phrase.includes(stem)));
}

function readClaim(premise: Premise, lexicon: Lexicon, rules: EvidenceRules): Reading {
  const clause = readClause(premise.claim, rules.premises, { denied: premise.isDenied });
  const concepts = findConcepts(premise.claim, lexicon).filter(({ plain }) => !plain);
  const sides = sidesOf(clause, rules.premises);
  const names = concepts.filter(
    (concept) => concept.essential && concept.kind !== null && !isOfPairs(concept, sides, rules.premises),
  );
  return { clause, names, concepts, sides, figures: findFigures(premise.claim, rules.figures) };
}

/** Named things of the claim stand in the statement or above it, and no other of their kind stands beside them. */
function isAboutSame(claim: Reading, clause: Clause, candidate: Candidate, lexicon: Lexicon): boolean {
  const own = findNames(clause.text, lexicon);
  return claim.names.every((name) => {
    const isBeside = carry(name, clause.words) >= NAMED && !COMPARED.has(name.kind ?? '');
    if (isBeside) return true;
    const isRival = (other: Concept) =>
      other.essential &&
      other.kind === name.kind &&
      !claim.names.some((one) => one.alternatives === other.alternatives);
    const ofKind = own.filter(({ kind }) => kind === name.kind);
    // A part of a sentence that names nothing of the kind is about what the sentence names.
    if ((ofKind.length > 0 ? ofKind : candidate.named).some(isRival)) return false;
    return [clause.words, candidate.own, candidate.near, candidate.far].some((words) => carry(name, words) >= NAMED);
  });
}

/** Weighted share of the claim that the statement carries, headings counting less. `without`: words not counted. */
function shareOf(claim: Reading, clause: Clause, { near, far }: Candidate, without: (c: Concept) => boolean): number {
  let [sum, total] = [0, 0];
  for (const concept of claim.concepts) {
    if (without(concept)) continue;
    const weight = (concept.optional ? 0.4 : 1) * (concept.weight + 0.1);
    const headed = HEADED * Math.max(carry(concept, near), carry(concept, far));
    sum += weight * Math.max(carry(concept, clause.words), headed);
    total += weight;
  }
  return total === 0 ? 1 : sum / total;
}

type Verdict = { readonly agrees: boolean; readonly share: number } | null;

/** By negation: the predicate of the claim is denied in the statement, or said in it where the claim denies it. */
function byNegation(claim: Reading, clause: Clause, candidate: Candidate): Verdict {
  const shared = claim.concepts
    .map((concept) => ({ concept, here: carriedIn(clause, concept), there: carriedIn(claim.clause, concept) }))
    .filter(({ here }) => here.strength >= NAMED);
  // What a claim opens with is its subject, unless it is all there is.
  const predicate = shared.filter(({ concept }) => claim.concepts.length === 1 || concept !== claim.concepts[0]);
  if (predicate.length === 0) return null;
  const share = shareOf(claim, clause, candidate, () => false);
  if (share < SAME_THING) return null;
  if (!claim.clause.hasNegation) {
    const weigh = (list: typeof predicate) => list.reduce((sum, { concept }) => sum + concept.weight + 0.1, 0);
    return { agrees: 2 * weigh(predicate.filter(({ here }) => here.negated)) < weigh(predicate), share };
  }
  const denied = predicate.filter(({ there }) => there.negated);
  // What is said to be absent must stand in the statement itself, whole.
  if (denied.length === 0 || denied.length < claim.concepts.filter((c) => carriedIn(claim.clause, c).negated).length)
    return null;
  const isDenied = denied.some(({ here }) => here.negated);
  return isDenied || !clause.hasNegation ? { agrees: isDenied, share } : null;
}

/** By opposites: the statement takes the other side of a pair. */
function byOpposites(claim: Reading, clause: Clause, candidate: Candidate, rules: EvidenceRules): Verdict {
  const here = sidesOf(clause, rules.premises);
  const pairs = claim.sides.flatMap(({ pair, side }) => {
    const other = here.find((one) => one.pair === pair);
    return other ? [{ agrees: other.side === side }] : [];
  });
  if (pairs.length === 0) return null;
  const share = shareOf(claim, clause, candidate, (concept) => isOfPairs(concept, claim.sides, rules.premises));
  return share < SAME_THING ? null : { agrees: pairs.every(({ agrees }) => agrees), share };
}

/** By figures: the statement gives another number of the same kind. */
function byFigures(claim: Reading, clause: Clause, candidate: Candidate, { figures }: EvidenceRules): Verdict {
  const found = findFigures(clause.text, figures).filter(({ kind }) => claim.figures.some((f) => f.kind === kind));
  if (found.length === 0) return null;
  const isAmount = ({ surface }: Concept) =>
    /\d|^(one|two|three|four|five|six|seven|eight|nine|ten|twelve)\b/iu.test(surface);
  const share = shareOf(claim, clause, candidate, isAmount);
  if (share < SAME_THING) return null;
  return {
    agrees: found.some((one) => claim.figures.some((f) => f.kind === one.kind && areCompatible(f, one))),
    share,
  };
}

/** Figures decide where the claim has one, opposites where it takes a side, negation otherwise. */
function judge(claim: Reading, clause: Clause, candidate: Candidate, rules: EvidenceRules): Verdict {
  if (claim.figures.length > 0) return byFigures(claim, clause, candidate, rules);
  if (claim.sides.length > 0) return byOpposites(claim, clause, candidate, rules);
  return byNegation(claim, clause, candidate);
}

/**
 * The sentence that contradicts what a question takes for granted: about the same named things, it denies the same
 * predicate, takes the other side of a pair of opposites or gives another figure. Null where none does, or where a sentence
 * as near to the claim agrees with it. `ranked`: what could be said, best first.
 */
export function correctPremise(
  premise: Premise,
  ranked: readonly Candidate[],
  lexicon: Lexicon,
  rules: EvidenceRules,
): Candidate | null {
  const claim = readClaim(premise, lexicon, rules);
  if (claim.concepts.length === 0) return null;
  let support = 0;
  let best: { readonly candidate: Candidate; readonly share: number } | null = null;
  for (const candidate of ranked) {
    for (const clause of listStatements(candidate, rules.premises)) {
      if (clause.isCutShort || !isAboutSame(claim, clause, candidate, lexicon)) continue;
      const verdict = judge(claim, clause, candidate, rules);
      if (verdict?.agrees) support = Math.max(support, verdict.share);
      else if (verdict && verdict.share > (best?.share ?? 0)) best = { candidate, share: verdict.share };
    }
  }
  return best !== null && best.share > support + BEYOND_DOUBT ? best.candidate : null;
}
