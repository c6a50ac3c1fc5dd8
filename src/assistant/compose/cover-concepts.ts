import type { Ask } from '#assistant/ask/ask.ts';
import { type Concept, carry, carryNear } from '#assistant/ask/concept.ts';
import type { Candidate } from './candidate.ts';
import { CARRIED, PLACE } from './coverage.ts';

/** How a candidate carries one concept of the question, each from 0 to 1. */
export interface Covered {
  readonly concept: Concept;
  readonly own: number;
  readonly near: number;
  /** In the sentence, above it, further up or elsewhere in the passage, the place weighed. */
  readonly anywhere: number;
  /** The same, words near in meaning included. */
  readonly nearly: number;
}

function coverOne(concept: Concept, candidate: Candidate): Covered {
  const own = carry(concept, candidate.own);
  const near = carry(concept, candidate.near);
  const anywhere = Math.max(
    PLACE.own * own,
    PLACE.near * near,
    PLACE.far * carry(concept, candidate.far),
    PLACE.around * carry(concept, candidate.around),
  );
  if (anywhere >= CARRIED || concept.related.length === 0) return { concept, own, near, anywhere, nearly: anywhere };
  const nearly = Math.max(
    anywhere,
    PLACE.own * carryNear(concept, candidate.own),
    PLACE.near * carryNear(concept, candidate.near),
    PLACE.around * carryNear(concept, candidate.around),
  );
  return { concept, own, near, anywhere, nearly };
}

/** How a candidate carries each concept of the question that says something at all. */
export function coverConcepts({ concepts }: Pick<Ask, 'concepts'>, candidate: Candidate): Covered[] {
  return concepts.filter(({ plain }) => !plain).map((concept) => coverOne(concept, candidate));
}
