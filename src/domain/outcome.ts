import type { DocumentId, DocumentVersion, PassageId } from './ids.ts';
import type { Notice } from './notice.ts';

export type EscalationLevel = 'emergency' | 'urgent' | 'crisis';
export type AbstentionReason = 'no_evidence' | 'out_of_scope' | 'unsupported_language';
export type ReferralReason = 'case_specific' | 'requested_human';

export interface Citation {
  /** Number shown to the reader, from 1 within a turn. */
  readonly n: number;
  readonly passageId: PassageId;
  readonly documentId: DocumentId;
  readonly documentVersion: DocumentVersion;
  readonly title: string;
  readonly section: string | null;
  /** `documentText.slice(start, end)`, verbatim. */
  readonly quote: string;
  readonly start: number;
  readonly end: number;
  readonly url: string | null;
  readonly reviewedOn: string | null;
  readonly overdue: boolean;
  readonly alsoIn: ReadonlyArray<{
    readonly documentId: DocumentId;
    readonly documentVersion: DocumentVersion;
    readonly start: number;
    readonly end: number;
  }>;
}

/**
 * What a sentence is there for besides answering: `caveat`, the documents' own limitation of a figure said before it;
 * `other_source`, another figure for the same thing as in the sentence right before it.
 */
export type SentenceRole = 'caveat' | 'other_source';

/** A sentence that may be released: it cites at least one verified quote, or it does not compile. */
export interface CitedSentence {
  readonly text: string;
  readonly citations: readonly [number, ...number[]];
  readonly role?: SentenceRole | undefined;
}

/** Whose plain words an answer is in, and whether a person has signed them. */
export interface ReviewedMark {
  /** Of the file in `answers/`. */
  readonly id: string;
  readonly version: string;
  /** Null while nobody has signed it: shown as unsigned everywhere. */
  readonly reviewedBy: string | null;
  readonly reviewedOn: string | null;
}

export interface Answer {
  readonly sentences: readonly [CitedSentence, ...CitedSentence[]];
  /** Set when the sentences are a person's plain words, served verbatim; absent when they are the documents' own. */
  readonly reviewed?: ReviewedMark;
}

interface Facets {
  readonly answer: Answer | null;
  readonly abstention: {
    readonly reason: AbstentionReason;
    readonly query: string;
    readonly missing: readonly string[];
  } | null;
  readonly notice: Notice | null;
  readonly referral: { readonly reason: ReferralReason } | null;
}

/** What a person can receive. An outcome is a result, never an error. */
export type Outcome =
  | (Facets & { readonly kind: 'answered'; readonly answer: Answer })
  | (Facets & {
      readonly kind: 'abstained';
      readonly abstention: NonNullable<Facets['abstention']>;
      readonly notice: Notice;
    })
  | (Facets & {
      readonly kind: 'referred';
      readonly referral: NonNullable<Facets['referral']>;
      readonly notice: Notice;
    })
  | (Facets & { readonly kind: 'escalated'; readonly level: EscalationLevel; readonly notice: Notice })
  | (Facets & { readonly kind: 'replied'; readonly notice: Notice });
