import type { ReviewItemId, TurnId } from './ids.ts';
import type {
  Adjudication,
  PromotedCase,
  Rating,
  ReviewCause,
  ReviewFilter,
  ReviewItem,
  ReviewSummary,
  SuiteAnswer,
  TurnReference,
} from './review.ts';

/**
 * What people review. It refers to real turns and holds none of their words; a reviewer's comment may, so erasing a
 * conversation takes the references and all comments on it away, and leaves the bare answers for the statistics.
 */
export interface ReviewStore {
  /** Ended turns that were not considered yet; none of erased conversations. */
  unconsidered(limit: number): Promise<readonly TurnReference[]>;
  /** Turns whose latest rating is down and that are no item yet. */
  thumbsDown(limit: number): Promise<readonly TurnReference[]>;
  /** One transaction: adds the chosen turns that are no item yet and not erased, and marks the considered ones. */
  addTurns(unit: {
    readonly chosen: ReadonlyArray<{ readonly id: ReviewItemId; readonly turnId: TurnId; readonly cause: ReviewCause }>;
    readonly considered: readonly TurnId[];
  }): Promise<void>;
  /** Gives how many are new: the same answer to the same case is one item. */
  addAnswers(answers: ReadonlyArray<{ readonly id: ReviewItemId; readonly answer: SuiteAnswer }>): Promise<number>;
  /** Without erased ones, oldest first. */
  list(filter: ReviewFilter): Promise<readonly ReviewSummary[]>;
  /** Erased ones too. */
  find(id: ReviewItemId): Promise<ReviewItem | null>;
  /** Faults: `not_found`, and those of `refuseRating`, decided within the transaction. */
  rate(id: ReviewItemId, rating: Omit<Rating, 'ratedAt'>): Promise<ReviewItem>;
  /** Faults: `not_found`, and those of `refuseAdjudication`, decided within the transaction. */
  adjudicate(id: ReviewItemId, adjudication: Omit<Adjudication, 'decidedAt'>): Promise<ReviewItem>;
  /** Items with both ratings, erased ones too, oldest first. */
  judged(): Promise<readonly ReviewItem[]>;
  keepPromoted(promoted: Omit<PromotedCase, 'promotedAt'>): Promise<void>;
  /** Oldest first. */
  promoted(): Promise<readonly PromotedCase[]>;
}
