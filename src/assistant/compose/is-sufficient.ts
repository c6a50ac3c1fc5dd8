import type { Ask } from '#assistant/ask/ask.ts';
import { type Concept, carry } from '#assistant/ask/concept.ts';
import { findConcepts, type Lexicon } from '#assistant/ask/find-concepts.ts';
import { holdsPhrase } from '#assistant/ask/stem-sequence.ts';
import type { Candidate } from './candidate.ts';
import { CARRIED, coverage, SAME_QUESTION, type Scored, TELLING } from './score-candidate.ts';

/** Share of the question's words, by weight, that the evidence must carry. Chosen on the dev questions. */
export const ENOUGH = 0.6;
/** Concepts from which on a question counts as long. */
const LONG = 4;
/** A word in the same meaning or nearly so. */
const CLOSE = 0.7;

/** Whether the candidate speaks of another treatment, disease… of the same kind in place of the one asked about. */
function isAboutAnother(ask: Ask, candidate: Candidate, lexicon: Lexicon): boolean {
  const named = findConcepts(candidate.text, lexicon).filter((c) => c.essential && c.kind !== null);
  return ask.concepts.some((concept) => {
    if (!concept.essential || concept.kind === null) return false;
    if (carry(concept, candidate.own) > 0 || carry(concept, candidate.near) > 0) return false;
    return named.some((other) => other.kind === concept.kind);
  });
}

/** Kinds of which a broader or neighbouring name never stands in: immunotherapy is not pembrolizumab. */
const EXACT = new Set(['drug', 'regimen', 'trial']);

function isLacking(concept: Concept, candidate: Candidate): boolean {
  if (concept.optional) return false;
  if (concept.kind !== null && EXACT.has(concept.kind) && carry(concept, candidate.around) < 0.9) {
    return carry(concept, candidate.near) < 0.9 && carry(concept, candidate.far) < 0.9;
  }
  return coverage(concept, candidate) < CARRIED;
}

/** The question's concepts that the candidate, its headings and its passage do not carry. */
export function missingConcepts(ask: Ask, candidate: Candidate): Concept[] {
  return ask.concepts.filter((concept) => isLacking(concept, candidate));
}

/**
 * Whether something that tells this question from others stands in the sentence or right above it. What nearly every
 * passage speaks of does not; then only a heading that asks the same, or a definition, will do.
 */
function isOnTopic(ask: Ask, { candidate, match }: Scored): boolean {
  if (match >= SAME_QUESTION) return true;
  if (ask.type?.name === 'definition') return ask.concepts.some((concept) => carry(concept, candidate.own) >= 1);
  return ask.concepts.some((concept) => {
    if (Math.max(carry(concept, candidate.own), carry(concept, candidate.near)) < CLOSE) return false;
    return concept.weight >= TELLING || isReworded(concept, candidate);
  });
}

/** "make" found as "manufacturing": the plain word carries no fact, the word of the document does. */
function isReworded(concept: Concept, candidate: Candidate): boolean {
  const [asWritten, ...others] = concept.alternatives;
  return (
    concept.optional &&
    others.some(({ stems }) => stems.join(' ') !== asWritten?.stems.join(' ') && holdsPhrase(candidate.own, stems))
  );
}

/**
 * Whether the candidate may answer at all: every concept that the question demands stands in the sentence, its passage, its
 * headings or its title; a long question may have one ordinary word that does not. What is lacking is never made up for by
 * being similar.
 */
export function isSufficient(ask: Ask, scored: Scored, lexicon: Lexicon): boolean {
  const { candidate, carried } = scored;
  const lacking = missingConcepts(ask, candidate);
  if (lacking.some((concept) => concept.essential)) return false;
  if (lacking.length > (ask.concepts.length >= LONG ? 1 : 0) || carried < ENOUGH) return false;
  if (ask.counted && Math.max(carry(ask.counted, candidate.own), carry(ask.counted, candidate.near)) === 0) return false;
  if (ask.type?.needs && !ask.type.needs.test(candidate.text)) return false;
  return isOnTopic(ask, scored) && !isAboutAnother(ask, candidate, lexicon);
}
