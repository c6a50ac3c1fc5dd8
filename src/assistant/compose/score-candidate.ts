import type { Ask } from '#assistant/ask/ask.ts';
import { type Concept, carry } from '#assistant/ask/concept.ts';
import { isAskedRow, isOtherFigure, namesWanted, showsKind, speaksOfKind } from './answers-kind.ts';
import type { Candidate } from './candidate.ts';
import { carriedShare, coverage, shareOf, TELLING } from './coverage.ts';
import { definesSubject, isPullQuote, isVerdict, leansOnOthers } from './sentence-form.ts';

/** Share of the telling concepts that the heading right above carries: what it lists is what was asked for. */
function headed(ask: Ask, candidate: Candidate): number {
  const telling = ask.concepts.filter((concept) => !concept.optional && concept.weight >= TELLING);
  if (telling.length === 0) return 0;
  return telling.filter((concept) => carry(concept, candidate.near) > 0).length / telling.length;
}

/** Whether the sentence or its document is about one disease when the question is about none. */
function narrows(ask: Ask, candidate: Candidate): boolean {
  const isDisease = (concept: Concept) => concept.kind === 'disease';
  if (ask.concepts.some(isDisease) || ask.context.some(isDisease)) return false;
  return candidate.titled.some(isDisease) || candidate.named.filter(isDisease).length === 1;
}

/** Share of the sentence's own named things that the question names too: a figure for something else scores lower. */
function focus(ask: Ask, candidate: Candidate): number {
  const named = candidate.named.filter((c) => c.weight >= TELLING);
  if (named.length === 0) return 1;
  const asked = named.filter((n) => [...ask.concepts, ...ask.context].some((a) => a.alternatives === n.alternatives));
  return asked.length / named.length;
}

export interface Scored {
  readonly candidate: Candidate;
  readonly score: number;
  readonly carried: number;
  readonly match: number;
  readonly features: Record<string, number>;
}

export interface Standing {
  /** How well the heading asks the same question, 0 to 1. */
  readonly match: number;
  /** Score of the passage over that of the best, 0 to 1. */
  readonly retrieval: number;
}

const WEIGHTS: Readonly<Record<string, number>> = {
  carried: 1,
  match: 0.35,
  typed: 0.4,
  ofKind: 0.15,
  otherFigure: -0.25,
  wanted: 0.35,
  askedRow: 0.2,
  headed: 0.2,
  retrieval: 0.2,
  preferred: 0.35,
  focus: 0.15,
  context: 0.15,
  defines: 0.3,
  lead: 0.05,
  narrows: -0.1,
  leaning: -0.15,
  verdict: -0.4,
  pullQuote: -0.15,
  length: -0.004,
};

/** From this weight on, what a question prefers counts in full. */
const FULL = 2;
const weightOf = (concepts: readonly Concept[]): number => concepts.reduce((sum, { weight }) => sum + weight, 0);
const flag = (is: boolean): number => (is ? 1 : 0);

/**
 * Scores a candidate for a question. All terms lie in 0…1; the weights were chosen on the dev questions
 * (`docs/decisions/`): what the sentence carries counts most, then whether it shows the kind of fact asked for.
 */
export function scoreCandidate(ask: Ask, candidate: Candidate, { match, retrieval }: Standing): Scored {
  const share = (concepts: readonly Concept[]) => shareOf(concepts, (concept) => coverage(concept, candidate));
  const preferred = ask.concepts.filter((concept) => concept.optional);
  const carried = carriedShare(ask, candidate);
  const isAnswer = match >= 0.6;
  const headedShare = headed(ask, candidate);
  const features = {
    carried,
    match,
    typed: showsKind(ask, candidate),
    ofKind: flag(speaksOfKind(ask, candidate)),
    otherFigure: flag(isOtherFigure(ask, candidate)),
    wanted: namesWanted(ask, candidate),
    askedRow: flag(isAskedRow(ask, candidate)),
    headed: headedShare,
    retrieval,
    preferred: share(preferred) * Math.min(1, weightOf(preferred) / FULL),
    focus: focus(ask, candidate),
    context: ask.context.length > 0 ? share(ask.context) : 0,
    defines: flag(definesSubject(ask, candidate)),
    lead: flag(candidate.position === 0),
    narrows: flag(narrows(ask, candidate)),
    leaning: flag(leansOnOthers(candidate) && !isAnswer && headedShare === 0),
    verdict: flag(isVerdict(candidate) && !isAnswer),
    pullQuote: flag(isPullQuote(candidate)),
    length: Math.max(0, candidate.text.split(/\s+/u).length - 12),
  };
  let score = 0;
  for (const [name, value] of Object.entries(features)) score += (WEIGHTS[name] ?? 0) * value;
  return { candidate, score, carried, match, features };
}
