import type { Concept } from '#assistant/ask/concept.ts';
import type { StemSequence } from '#assistant/ask/stem-sequence.ts';
import type { RetrievedPassage } from '#domain/passage.ts';

/** A verbatim span of the document the passage belongs to. */
export interface QuotedSpan {
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

/** A sentence that could be said, with the quotes it stands on. */
export interface Candidate {
  readonly text: string;
  readonly kind: 'sentence' | 'values' | 'row';
  readonly quotes: readonly [QuotedSpan, ...QuotedSpan[]];
  readonly retrieved: RetrievedPassage;
  /** Place of the first quote within its passage, from 0. */
  readonly position: number;
  /** Words of the sentence itself. */
  readonly own: StemSequence;
  /** Words of its label, its nearest heading or its table's name. */
  readonly near: StemSequence;
  /** Words of the outer headings and the document's title. */
  readonly far: StemSequence;
  /** What of the glossary the sentence names. */
  readonly named: readonly Concept[];
  /** What its headings, its table's name and its document's title name. */
  readonly headed: readonly Concept[];
  /** What its document's title names. */
  readonly titled: readonly Concept[];
  /** Words of the whole passage. */
  readonly around: StemSequence;
}
