import type { Ask } from '#assistant/ask/ask.ts';
import { type Concept, carry } from '#assistant/ask/concept.ts';
import type { Candidate } from './candidate.ts';
import { CARRIED, coverage } from './coverage.ts';

function isLacking(concept: Concept, candidate: Candidate): boolean {
  if (concept.optional) return false;
  if (concept.exact && carry(concept, candidate.around) < 0.9) {
    return carry(concept, candidate.near) < 0.9 && carry(concept, candidate.far) < 0.9;
  }
  return coverage(concept, candidate) < CARRIED;
}

/** The question's concepts that the candidate, its headings and its passage do not carry. */
export function missingConcepts(ask: Pick<Ask, 'concepts'>, candidate: Candidate): Concept[] {
  return ask.concepts.filter((concept) => isLacking(concept, candidate));
}
