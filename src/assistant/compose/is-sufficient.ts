import type { Ask } from '#assistant/ask/ask.ts';
import { type Concept, carry } from '#assistant/ask/concept.ts';
import { findConcepts, type Lexicon } from '#assistant/ask/find-concepts.ts';
import type { Candidate } from './candidate.ts';
import { CARRIED, coverage } from './score-candidate.ts';

/** Share of the question's words, by weight, that the evidence must carry. Chosen on the dev questions. */
export const ENOUGH = 0.6;
/** Concepts from which on a question counts as long. */
const LONG = 4;
/** Fact types that only a sentence showing that kind of fact can answer. */
const STRICT_TYPES = new Set(['duration', 'cost']);

/** Whether the candidate speaks of another treatment, disease… of the same kind in place of the one asked about. */
function isAboutAnother(ask: Ask, candidate: Candidate, lexicon: Lexicon): boolean {
  const named = findConcepts(candidate.text, lexicon).filter((c) => c.essential && c.kind !== null);
  return ask.concepts.some((concept) => {
    if (!concept.essential || concept.kind === null) return false;
    if (carry(concept, candidate.own) > 0 || carry(concept, candidate.near) > 0) return false;
    return named.some((other) => other.kind === concept.kind);
  });
}

/** The question's concepts that the candidate, its headings and its passage do not carry. */
export function missingConcepts(ask: Ask, candidate: Candidate): Concept[] {
  return ask.concepts.filter((concept) => !concept.optional && coverage(concept, candidate) < CARRIED);
}

/**
 * Whether the candidate may answer at all: every concept of the question stands in the sentence, its passage, its headings
 * or its title; a long question may have one ordinary word that does not. What is lacking is never made up for by being
 * similar.
 */
export function isSufficient(ask: Ask, candidate: Candidate, carried: number, lexicon: Lexicon): boolean {
  const lacking = ask.concepts.filter((concept) => !concept.optional && coverage(concept, candidate) < CARRIED);
  if (lacking.some((concept) => concept.essential)) return false;
  if (lacking.length > (ask.concepts.length >= LONG ? 1 : 0) || carried < ENOUGH) return false;
  if (ask.type?.needs && STRICT_TYPES.has(ask.type.name) && !ask.type.needs.test(candidate.text)) return false;
  return !isAboutAnother(ask, candidate, lexicon);
}
