import type { ConversationId, ReviewItemId, TurnId } from './ids.ts';
import type { SentenceRole } from './outcome.ts';
import type { Rubric } from './rubric.ts';

export const reviewStates = ['open', 'needs_adjudication', 'agreed', 'adjudicated'] as const;
export type ReviewState = (typeof reviewStates)[number];

/** Why an item is in the queue. */
export const reviewCauses = ['sampled', 'thumbs_down', 'abstained', 'escalated', 'suite'] as const;
export type ReviewCause = (typeof reviewCauses)[number];

export interface ReviewCitation {
  readonly n: number;
  readonly passageId: string;
  readonly documentId: string;
  readonly documentVersion: string;
  readonly title: string;
  readonly section: string | null;
  readonly quote: string;
  readonly start: number;
  readonly end: number;
}

/** What a reviewer sees of a reply, whether a patient got it or an evaluation run. */
export interface ReviewReply {
  readonly outcome: string;
  readonly reason: string | null;
  readonly level: string | null;
  readonly sentences: ReadonlyArray<{
    readonly text: string;
    readonly citations: readonly number[];
    readonly role: SentenceRole | null;
  }>;
  readonly citations: readonly ReviewCitation[];
  /** Id of the fixed text that was shown. */
  readonly notice: string | null;
}

export interface TurnReference {
  readonly conversationId: ConversationId;
  readonly turnId: TurnId;
}

/** An answer of an evaluation run, as it was: no real person said any of it. */
export interface SuiteAnswer {
  readonly suite: string;
  readonly caseId: string;
  readonly turns: readonly string[];
  readonly reply: ReviewReply;
}

/** A real turn is referred to, never copied, so that erasure reaches it; `turn` is null once it has. */
export type ReviewSubject =
  | { readonly source: 'turn'; readonly turn: TurnReference | null }
  | ({ readonly source: 'suite' } & SuiteAnswer);

export interface Rating {
  /** Id of a staff member. */
  readonly reviewer: string;
  readonly rubric: Rubric;
  /** Null also once the turn was erased: it may quote it. */
  readonly comment: string | null;
  readonly ratedAt: string;
}

export interface Adjudication {
  readonly adjudicator: string;
  readonly rubric: Rubric;
  /** Null only once the turn was erased. */
  readonly reason: string | null;
  readonly decidedAt: string;
}

export interface ReviewItem {
  readonly id: ReviewItemId;
  readonly cause: ReviewCause;
  readonly state: ReviewState;
  readonly addedAt: string;
  readonly subject: ReviewSubject;
  /** Two at most, in the order they were given. */
  readonly ratings: readonly Rating[];
  readonly adjudication: Adjudication | null;
}

/** A line of the queue: nothing a patient said. */
export interface ReviewSummary {
  readonly id: ReviewItemId;
  readonly source: ReviewSubject['source'];
  readonly cause: ReviewCause;
  readonly state: ReviewState;
  readonly addedAt: string;
  /** The patient's latest rating; null without one. */
  readonly patientRating: 'up' | 'down' | null;
  readonly suite: string | null;
  readonly caseId: string | null;
  readonly isRatedByMe: boolean;
}

export interface ReviewFilter {
  /** Whose queue: `todo` is open and not yet rated by them, `rated` is rated by them. */
  readonly reviewer: string;
  readonly mine: 'todo' | 'rated' | null;
  readonly state: ReviewState | null;
  readonly source: ReviewSubject['source'] | null;
  /** True for the items whose turn's latest rating is down. */
  readonly isDown: boolean;
  /** Go on after this one. */
  readonly after: ReviewItemId | null;
  readonly limit: number;
}

/** A question that became a case: holds no reference to where it came from. */
export interface PromotedCase {
  readonly caseId: string;
  /** The case as one line of JSON. */
  readonly line: string;
  readonly promotedBy: string;
  readonly promotedAt: string;
}
