import type { Passage } from '#domain/passage.ts';

/** A question that a document answers, before a person has looked at it. */
export interface Proposal {
  readonly question: string;
  /** Accepted forms of the one fact that the answer must state. */
  readonly fact: readonly [string, ...string[]];
  readonly passage: Passage;
  /** Verbatim words of the passage that state the fact. */
  readonly words: string;
  /** What it was made from. */
  readonly from: 'table' | 'heading' | 'number';
}

/** What a proposal is made from: a document and its passages, in order. */
export interface ProposalSource {
  readonly documentId: string;
  readonly title: string;
  readonly passages: readonly Passage[];
}
