import type Database from 'better-sqlite3';
import type { ReviewItem, ReviewSubject } from '#domain/review.ts';
import { adjudicationSchema, itemSchema, ratingSchema } from './review-rows.ts';

/** Prepares reading one item whole. Null for an unknown one. */
export function prepareReadReviewItem(database: Database.Database) {
  const item = database.prepare<[string]>(
    `SELECT id, source, cause, state, added_at AS "addedAt", conversation_id AS "conversationId", turn_id AS "turnId", answer
     FROM review_items WHERE id = ?`,
  );
  const ratings = database.prepare<[string]>(
    `SELECT r.reviewer AS reviewer, r.rubric AS rubric, w.text AS comment, r.rated_at AS "ratedAt"
     FROM review_ratings r LEFT JOIN review_words w ON w.item_id = r.item_id AND w.author = r.reviewer
     WHERE r.item_id = ? ORDER BY r.place`,
  );
  const adjudication = database.prepare<[string]>(
    `SELECT a.adjudicator AS adjudicator, a.rubric AS rubric, w.text AS reason, a.decided_at AS "decidedAt"
     FROM review_adjudications a LEFT JOIN review_words w ON w.item_id = a.item_id AND w.author = a.adjudicator
     WHERE a.item_id = ?`,
  );

  return (itemId: string): ReviewItem | null => {
    const row = item.get(itemId);
    if (row === undefined) return null;
    const { id, cause, state, addedAt, ...stored } = itemSchema.parse(row);
    const decided = adjudication.get(itemId);
    return {
      id,
      cause,
      state,
      addedAt,
      subject: subjectOf(stored),
      ratings: ratings.all(itemId).map((rating) => ratingSchema.parse(rating)),
      adjudication: decided === undefined ? null : adjudicationSchema.parse(decided),
    };
  };
}

function subjectOf(
  stored: Pick<(typeof itemSchema)['_output'], 'source' | 'answer' | 'conversationId' | 'turnId'>,
): ReviewSubject {
  const { answer, conversationId, turnId } = stored;
  if (answer !== null) return { source: 'suite', ...answer };
  return {
    source: 'turn',
    turn: conversationId === null || turnId === null ? null : { conversationId, turnId },
  };
}
