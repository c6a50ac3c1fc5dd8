import type { ReviewItemId } from '#domain/ids.ts';
import type { Clock, ConversationStore, Ids } from '#domain/ports.ts';
import type { PromotedCase, Rating, ReviewFilter, ReviewItem, ReviewSummary, SuiteAnswer } from '#domain/review.ts';
import type { ReviewStore } from '#domain/review-store.ts';
import type { Rubric } from '#domain/rubric.ts';
import type { Staff } from '#domain/staff.ts';
import type { EvalCase } from '#evaluation/eval-case.ts';
import type { ReviewShares } from './choose-turns.ts';
import type { CaseDraft } from './make-case.ts';
import type { AgreementReport } from './measure-agreement.ts';
import type { ReviewedTurn } from './read-turn.ts';

export interface ReviewDeps {
  readonly store: ReviewStore;
  /** The log of conversations, for reading. */
  readonly log: Pick<ConversationStore, 'entries' | 'turnEntries'>;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly shares: ReviewShares;
}

/** An item as one viewer may see it. */
export interface ShownItem extends Omit<ReviewItem, 'subject'> {
  readonly source: 'turn' | 'suite';
  /** Null for an answer of a run. */
  readonly turnId: string | null;
  readonly suite: string | null;
  readonly caseId: string | null;
  readonly shown: ReviewedTurn;
}

/** The part in which people judge replies. Every failure is a `Fault`. */
export interface Review {
  list(filter: ReviewFilter): Promise<readonly ReviewSummary[]>;
  /** Faults: `not_found`, `erased`. */
  item(id: ReviewItemId, viewer: string): Promise<ShownItem>;
  /** Faults: `not_found`, `erased`, `state_conflict`. */
  rate(id: ReviewItemId, rating: Omit<Rating, 'ratedAt'>): Promise<ShownItem>;
  /** Faults: `not_found`, `erased`, `state_conflict`, `forbidden` for who rated it. */
  adjudicate(
    id: ReviewItemId,
    decision: { readonly adjudicator: string; readonly rubric: Rubric; readonly reason: string },
  ): Promise<ShownItem>;
  agreement(): Promise<AgreementReport>;
  /** Items with both ratings: no rating is given away that could still colour another. */
  ratings(): Promise<readonly ReviewItem[]>;
  /** Faults: `not_found`, `erased`, `state_conflict` for an answer of a suite, `invalid` for identifiers left in. */
  promote(id: ReviewItemId, draft: CaseDraft, by: Staff): Promise<EvalCase>;
  promoted(): Promise<readonly PromotedCase[]>;
  /** Gives how many are new. */
  addAnswers(answers: readonly SuiteAnswer[]): Promise<number>;
}
