import type { Concept } from './concept.ts';
import type { FactType } from './read-question-words.ts';
import type { StemSequence } from './stem-sequence.ts';

/** One standalone question, read. */
export interface Ask {
  readonly text: string;
  readonly stems: StemSequence;
  /** What the evidence must carry. */
  readonly concepts: readonly Concept[];
  /** What earlier turns were about: prefers evidence, never demands it. */
  readonly context: readonly Concept[];
  readonly type: FactType | null;
  /** What is counted by "how many …"; the sentence itself must speak of it. */
  readonly counted: Concept | null;
  /** What "which …" or "what …" asks to be named. */
  readonly wanted: Concept | null;
  /** The two things compared, when it is a comparison. */
  readonly sides: readonly [Concept, Concept] | null;
  readonly aboutOrganisation: boolean;
}
