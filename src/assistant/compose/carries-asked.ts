import type { Ask } from '#assistant/ask/ask.ts';
import { type Concept, carry } from '#assistant/ask/concept.ts';
import type { Candidate } from './candidate.ts';
import { shareOf } from './coverage.ts';

/** Share, by weight, of what is asked that the sentence or its nearest heading must carry. Chosen on the dev questions. */
export const ASKED_ENOUGH = 0.45;

/** How much less a verb counts beside a noun. */
const HELPING = 0.4;

/** What is asked of the things a question names: its words that carry a fact and are no names. */
export function askedOf({ concepts }: Pick<Ask, 'concepts'>): Concept[] {
  return concepts.filter(
    (concept) => !concept.plain && !(concept.essential && concept.kind !== null && concept.kind !== 'measure'),
  );
}

/** Share, by weight, of what is asked that stands in the sentence or right above it; 1 when only names are asked about. */
export function askedShare(ask: Ask, candidate: Candidate): number {
  const asked = askedOf(ask);
  const hasMatter = asked.some((concept) => !concept.optional);
  // Where a noun says what is asked, the verb beside it only helps.
  const weighed = asked.map((c) => (hasMatter && c.optional ? { ...c, weight: HELPING * c.weight } : c));
  return shareOf(weighed, (concept) => Math.max(carry(concept, candidate.own), carry(concept, candidate.near)));
}
