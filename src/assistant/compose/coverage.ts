import type { Ask } from '#assistant/ask/ask.ts';
import { type Concept, carry } from '#assistant/ask/concept.ts';
import type { Candidate } from './candidate.ts';

/** How much a word counts by where it stands: in the sentence, above it, further up, elsewhere in the passage. */
const PLACE = { own: 1, near: 0.95, far: 0.75, around: 0.5 };
/** An essential concept counts as carried from here on: anywhere in passage, headings or title, in the same meaning. */
export const CARRIED = 0.4;
/** Concepts from this weight on say more than what most passages say. */
export const TELLING = 1;

export function coverage(concept: Concept, candidate: Candidate): number {
  return Math.max(
    PLACE.own * carry(concept, candidate.own),
    PLACE.near * carry(concept, candidate.near),
    PLACE.far * carry(concept, candidate.far),
    PLACE.around * carry(concept, candidate.around),
  );
}

/** Weighted share of the concepts, 0 to 1, by how well each is carried; 1 when there are none. */
export function shareOf(concepts: readonly Concept[], carried: (concept: Concept) => number): number {
  let sum = 0;
  let total = 0;
  for (const concept of concepts) {
    const weight = concept.weight + 0.1;
    sum += weight * carried(concept);
    total += weight;
  }
  return total === 0 ? 1 : sum / total;
}

/** Share of what the question demands that the candidate carries, 0 to 1. */
export function carriedShare({ concepts }: Pick<Ask, 'concepts'>, candidate: Candidate): number {
  return shareOf(
    concepts.filter((concept) => !concept.optional),
    (concept) => coverage(concept, candidate),
  );
}
