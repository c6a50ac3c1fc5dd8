import type { Concept } from './concept.ts';
import type { Counted } from './find-counted.ts';
import type { Wanted } from './find-wanted.ts';
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
  readonly counted: Counted | null;
  /** The unit that "how many months …" asks for. */
  readonly unit: RegExp | null;
  /** Whether a difference is asked for ("how much longer"), not a level, and what shows one. */
  readonly change: { readonly asked: boolean; readonly shown: RegExp } | null;
  /** What "which …" or "what …" asks to be named. */
  readonly wanted: Wanted | null;
  /** The two things compared, when it is a comparison. */
  readonly sides: readonly [Concept, Concept] | null;
  readonly aboutOrganisation: boolean;
}
