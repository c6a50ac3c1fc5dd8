/** What is changed in a sentence, one thing at a time. */
export const MUTATIONS = [
  'digit',
  'range_end',
  'unit',
  'negation_dropped',
  'negation_added',
  'direction',
  'hedge',
  'name',
  'names_swapped',
  'passage',
] as const;

export type MutationKind = (typeof MUTATIONS)[number];

/** A sentence of a document with what it stands on. */
export interface SourceSentence {
  readonly text: string;
  /** Its quotes, verbatim. */
  readonly evidence: readonly string[];
}

/** A sentence that its evidence does not carry any more. */
export interface Mutant {
  readonly kind: MutationKind;
  readonly original: string;
  readonly text: string;
  readonly evidence: readonly string[];
}

/** Chooses one of a list; null of an empty one. */
export type Choose = <T>(list: readonly T[]) => T | null;

/** Every text that one change of a kind can make of a sentence. */
export type Mutate = (text: string, choose: Choose) => readonly string[];
