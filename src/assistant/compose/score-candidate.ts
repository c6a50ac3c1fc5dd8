import type { Ask } from '#assistant/ask/ask.ts';
import { type Concept, carry } from '#assistant/ask/concept.ts';
import { findConcepts, type Lexicon } from '#assistant/ask/find-concepts.ts';
import { holdsPhrase, sequenceStems } from '#assistant/ask/stem-sequence.ts';
import type { Candidate } from './candidate.ts';

/** How much a word counts by where it stands: in the sentence, above it, further up, elsewhere in the passage. */
const PLACE = { own: 1, near: 0.95, far: 0.75, around: 0.5 };
/** An essential concept counts as carried from here on: anywhere in passage, headings or title, in the same meaning. */
export const CARRIED = 0.4;

export function coverage(concept: Concept, candidate: Candidate): number {
  return Math.max(
    PLACE.own * carry(concept, candidate.own),
    PLACE.near * carry(concept, candidate.near),
    PLACE.far * carry(concept, candidate.far),
    PLACE.around * carry(concept, candidate.around),
  );
}

/** Weighted share of the concepts that the candidate carries, 0 to 1; 1 when there are none. */
function share(concepts: readonly Concept[], candidate: Candidate): number {
  let carried = 0;
  let total = 0;
  for (const concept of concepts) {
    const weight = concept.weight + 0.1;
    carried += weight * coverage(concept, candidate);
    total += weight;
  }
  return total === 0 ? 1 : carried / total;
}

/** Concepts from this weight on say more than what most passages say. */
export const TELLING = 1;
/** From here on a heading asks the same question. */
export const SAME_QUESTION = 0.7;

/** Share of the telling concepts that the heading right above carries: what it lists is what was asked for. */
function headed(ask: Ask, candidate: Candidate): number {
  const telling = ask.concepts.filter((concept) => !concept.optional && concept.weight >= TELLING);
  if (telling.length === 0) return 0;
  return telling.filter((concept) => carry(concept, candidate.near) > 0).length / telling.length;
}

/** Dice coefficient of two sets of words. */
function diceOf(left: readonly string[], right: readonly string[]): number {
  const a = new Set(left);
  const b = new Set(right);
  const shared = [...a].filter((stem) => b.has(stem)).length;
  return a.size + b.size === 0 ? 0 : (2 * shared) / (a.size + b.size);
}

/** Agreement (F1 of concepts, and of all words) between the question and the heading that the passage answers. */
function questionMatch(ask: Ask, candidate: Candidate, lexicon: Lexicon): number {
  const { passage } = candidate.retrieved;
  const heading = passage.headingPath.at(-1);
  if (passage.kind !== 'question_answer' || heading === undefined) return 0;
  const asked = ask.concepts.filter((concept) => !concept.optional);
  const answered = findConcepts(heading, lexicon).filter((concept) => !concept.optional);
  const isTelling = (concept: Concept) => concept.weight >= TELLING;
  if (!asked.some(isTelling) && answered.some(isTelling)) return 0;
  const weigh = (list: readonly Concept[]) => list.reduce((sum, c) => sum + c.weight + 0.1, 0);
  const carriedByHeading = asked.filter((c) => carry(c, candidate.near) > 0);
  const carriedByAsk = answered.filter((c) => carry(c, ask.stems) > 0);
  const recall = weigh(carriedByHeading) / weigh(asked);
  const precision = weigh(carriedByAsk) / weigh(answered);
  const f1 = recall + precision === 0 ? 0 : (2 * recall * precision) / (recall + precision);
  return 0.7 * f1 + 0.3 * diceOf(ask.stems.stems, sequenceStems(heading).stems);
}

const LEANING = /^(this|these|that|those|it|its|they|their|such|however|but|additionally|also|both|the same|here)\b/iu;
const VERDICT = /^(yes|no|theoretically yes|in most cases, yes)\b/iu;

const PULL_QUOTE = /^[“"]/u;

function definesSubject(ask: Ask, candidate: Candidate): boolean {
  const subject = ask.concepts[0];
  if (ask.type?.name !== 'definition' || !subject || ask.concepts.length > 2) return false;
  const sentence = candidate.text.slice(0, 160);
  const opening = candidate.own.stems.slice(0, 9);
  const opens = subject.alternatives.some(
    ({ stems }) => stems.length > 0 && holdsPhrase({ stems: opening, positions: positionsOf(opening) }, stems),
  );
  return opens && /\b(is|are|refers to|means|stands for|involves?)\b/iu.test(sentence);
}

function positionsOf(stems: readonly string[]): Map<string, number[]> {
  const positions = new Map<string, number[]>();
  stems.forEach((stem, at) => {
    positions.set(stem, [...(positions.get(stem) ?? []), at]);
  });
  return positions;
}

/** Whether the sentence or its document is about one disease when the question is about none. */
function narrows(ask: Ask, candidate: Candidate, lexicon: Lexicon): boolean {
  const isDisease = (concept: Concept) => concept.kind === 'disease';
  if (ask.concepts.some(isDisease) || ask.context.some(isDisease)) return false;
  const title = findConcepts(candidate.retrieved.title, lexicon);
  return title.some(isDisease) || findConcepts(candidate.text, lexicon).filter(isDisease).length === 1;
}

/** Whether a column of the row, or the heading above, is headed by what is to be named. */
function names(ask: Ask, candidate: Candidate): boolean {
  return ask.wanted !== null && candidate.kind === 'row' && carry(ask.wanted, candidate.near) > 0;
}

/** Share of the sentence's own named things that the question names too: a figure for something else scores lower. */
function focus(ask: Ask, candidate: Candidate, lexicon: Lexicon): number {
  const named = findConcepts(candidate.text, lexicon).filter((c) => c.kind !== null && c.weight >= TELLING);
  if (named.length === 0) return 1;
  const asked = named.filter((n) => [...ask.concepts, ...ask.context].some((a) => a.alternatives === n.alternatives));
  return asked.length / named.length;
}

export interface Scored {
  readonly candidate: Candidate;
  readonly score: number;
  readonly carried: number;
  readonly match: number;
}

/**
 * Scores a candidate for a question. All terms lie in 0…1; the weights were chosen on the dev questions
 * (`docs/decisions/`): what the sentence carries counts most, then whether it shows the kind of fact asked for.
 */
export function scoreCandidate(ask: Ask, candidate: Candidate, topScore: number, lexicon: Lexicon): Scored {
  const demanded = ask.concepts.filter((concept) => !concept.optional);
  const preferred = ask.concepts.filter((concept) => concept.optional);
  const carried = share(demanded, candidate);
  const match = questionMatch(ask, candidate, lexicon);
  const typed = ask.type?.needs ? (ask.type.needs.test(candidate.text) ? 1 : 0) : 0;
  const retrieval = topScore > 0 ? Math.max(0, candidate.retrieved.score) / topScore : 0;
  const length = candidate.text.split(/\s+/u).length;
  const lead = candidate.position === 0 ? 1 : 0;
  const score =
    carried +
    0.35 * match +
    0.3 * typed +
    0.2 * headed(ask, candidate) +
    0.2 * retrieval +
    0.35 * (preferred.length > 0 ? share(preferred, candidate) : 0) +
    0.3 * (names(ask, candidate) ? 1 : 0) +
    0.15 * focus(ask, candidate, lexicon) +
    0.15 * (ask.context.length > 0 ? share(ask.context, candidate) : 0) +
    0.3 * (definesSubject(ask, candidate) ? 1 : 0) +
    0.05 * lead -
    0.1 * (narrows(ask, candidate, lexicon) ? 1 : 0) -
    0.15 * (LEANING.test(candidate.text) && match < 0.6 ? 1 : 0) -
    0.4 * (VERDICT.test(candidate.text) && match < 0.6 ? 1 : 0) -
    0.15 * (PULL_QUOTE.test(candidate.text) ? 1 : 0) -
    0.004 * Math.max(0, length - 12);
  return { candidate, score, carried, match };
}
