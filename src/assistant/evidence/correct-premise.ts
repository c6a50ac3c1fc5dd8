import { type Concept, carry } from '#assistant/ask/concept.ts';
import { findNames, type Lexicon } from '#assistant/ask/find-concepts.ts';
import type { Candidate } from '#assistant/compose/candidate.ts';
import { leansOnOthers } from '#assistant/compose/sentence-form.ts';
import { type Clause, carriedIn } from './clause.ts';
import { areCompatible, findFigures } from './find-figures.ts';
import { listStatements } from './list-statements.ts';
import { type Claim, type EvidenceRules, isOfPairs, readClaim, sidesOf } from './read-claim.ts';
import type { Premise } from './read-premise.ts';

/** Share of the claim, by weight, that a statement must carry to be about the same. Chosen on the dev cases. */
const SAME_THING = 0.6;
const NAMED = 0.7;
/** What the headings or the passage carry counts less than the words of the statement. */
const HEADED = 0.65;
/** How much better a contradiction must be than what says the same as the claim. */
const BEYOND_DOUBT = 0.02;
const LEANING = 0.05;

/** Kinds of which a sentence often compares two: what it says of one is not told from what it says of the other. */
const COMPARED = new Set(['treatment', 'drug', 'regimen']);

/** Named things of the claim stand in the statement or above it, and no other of their kind stands beside them. */
function isAboutSame(claim: Claim, clause: Clause, candidate: Candidate, lexicon: Lexicon): boolean {
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
function shareOf(
  claim: Claim,
  { words }: Pick<Clause, 'words'>,
  { near, far, around }: Candidate,
  without: (c: Concept) => boolean,
): number {
  let [sum, total] = [0, 0];
  for (const concept of claim.concepts) {
    if (without(concept)) continue;
    const weight = (concept.optional ? 0.4 : 1) * (concept.weight + 0.1);
    const above = HEADED * Math.max(carry(concept, near), carry(concept, far), carry(concept, around));
    sum += weight * Math.max(carry(concept, words), above);
    total += weight;
  }
  return total === 0 ? 1 : sum / total;
}

/** What a statement says of the claim. */
interface Verdict {
  /** What decided: a pair of opposites, figures or a negation. Only what agrees by the same can outweigh a contradiction. */
  readonly by: string;
  readonly agrees: boolean;
  readonly share: number;
}

/** By negation: the predicate of the claim is denied in the statement, or said in it where the claim denies it. */
function byNegation(claim: Claim, clause: Clause, candidate: Candidate): Verdict | null {
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
    return {
      by: 'negation',
      agrees: 2 * weigh(predicate.filter(({ here }) => here.negated)) < weigh(predicate),
      share,
    };
  }
  const denied = predicate.filter(({ there }) => there.negated);
  // What is said to be absent must stand in the statement itself, whole.
  if (denied.length === 0 || denied.length < claim.concepts.filter((c) => carriedIn(claim.clause, c).negated).length)
    return null;
  const isDenied = denied.some(({ here }) => here.negated);
  return isDenied || !clause.hasNegation ? { by: 'negation', agrees: isDenied, share } : null;
}

/** By opposites: the statement takes the other side of a pair, or the same. */
function byOpposites(claim: Claim, clause: Clause, candidate: Candidate, rules: EvidenceRules): Verdict[] {
  const here = sidesOf(clause, rules.premises);
  const both = claim.sides.flatMap(({ pair, side }) =>
    here.filter((other) => other.pair === pair).map((other) => ({ pair, agrees: other.side === side })),
  );
  if (both.length === 0) return [];
  const share = shareOf(claim, clause, candidate, (concept) => isOfPairs(concept, claim.sides, rules.premises));
  return share < SAME_THING ? [] : both.map(({ pair, agrees }) => ({ by: `opposites ${pair}`, agrees, share }));
}

/** By figures: the statement gives another number of the same kind. */
function byFigures(claim: Claim, clause: Clause, candidate: Candidate, { figures }: EvidenceRules): Verdict | null {
  const found = findFigures(clause.text, figures).filter(({ kind }) => claim.figures.some((f) => f.kind === kind));
  if (found.length === 0) return null;
  const isAmount = ({ surface }: Concept) =>
    /\d|^(one|two|three|four|five|six|seven|eight|nine|ten|twelve)\b/iu.test(surface);
  const share = shareOf(claim, clause, candidate, isAmount);
  if (share < SAME_THING) return null;
  return {
    by: 'figures',
    agrees: found.some((one) => claim.figures.some((f) => f.kind === one.kind && areCompatible(f, one))),
    share,
  };
}

/** What no clause of a candidate can reach is not looked at clause by clause. */
function couldSpeakOf(claim: Claim, candidate: Candidate, { premises }: EvidenceRules): boolean {
  const whole = { words: candidate.own };
  return shareOf(claim, whole, candidate, (concept) => isOfPairs(concept, claim.sides, premises)) >= SAME_THING;
}

interface Against {
  readonly candidate: Candidate;
  readonly verdict: Verdict;
}

/** One that can be understood by itself goes before one as good that opens with "this" or "it". */
const worth = ({ candidate, verdict }: Against): number => verdict.share - (leansOnOthers(candidate) ? LEANING : 0);

/** Figures decide where the claim has one, opposites where it takes a side, negation otherwise. */
function judge(claim: Claim, clause: Clause, candidate: Candidate, rules: EvidenceRules): Verdict[] {
  // "Why is it not approved?": a sentence about its approval does not say that it is.
  if (claim.sides.length > 0 && claim.clause.hasNegation) return [];
  if (claim.sides.length > 0 && claim.figures.length === 0) return byOpposites(claim, clause, candidate, rules);
  const verdict =
    claim.figures.length > 0 ? byFigures(claim, clause, candidate, rules) : byNegation(claim, clause, candidate);
  return verdict === null ? [] : [verdict];
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
  const support = new Map<string, number>();
  const against: Against[] = [];
  for (const candidate of ranked) {
    if (!couldSpeakOf(claim, candidate, rules)) continue;
    for (const clause of listStatements(candidate, rules.premises)) {
      if (clause.isCutShort || !isAboutSame(claim, clause, candidate, lexicon)) continue;
      for (const verdict of judge(claim, clause, candidate, rules)) {
        const { by, agrees, share } = verdict;
        if (agrees) support.set(by, Math.max(support.get(by) ?? 0, share));
        else against.push({ candidate, verdict });
      }
    }
  }
  const [best] = against
    .filter(({ verdict }) => verdict.share > (support.get(verdict.by) ?? 0) + BEYOND_DOUBT)
    .sort((a, b) => worth(b) - worth(a));
  return best?.candidate ?? null;
}
