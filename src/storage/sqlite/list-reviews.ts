import type Database from 'better-sqlite3';
import type { ReviewFilter, ReviewSummary } from '#domain/review.ts';
import { summarySchema } from './review-rows.ts';

/** Prepares the queue. A filter that is null lets everything through. */
export function prepareListReviews(database: Database.Database) {
  const list = database.prepare<[Record<string, string | number | null>]>(
    `SELECT i.id AS id, i.source AS source, i.cause AS cause, i.state AS state, i.added_at AS "addedAt",
       t.rating AS "patientRating", i.suite AS suite, i.case_id AS "caseId",
       CASE WHEN m.reviewer IS NULL THEN 0 ELSE 1 END AS "isRatedByMe"
     FROM review_items i
     LEFT JOIN turn_ratings t ON t.turn_id = i.turn_id
     LEFT JOIN review_ratings m ON m.item_id = i.id AND m.reviewer = @reviewer
     WHERE (i.source = 'suite' OR i.turn_id IS NOT NULL)
       AND (@state IS NULL OR i.state = @state)
       AND (@source IS NULL OR i.source = @source)
       AND (@isDown = 0 OR t.rating = 'down')
       AND (@mine IS NULL OR (@mine = 'rated' AND m.reviewer IS NOT NULL)
         OR (@mine = 'todo' AND m.reviewer IS NULL AND i.state = 'open'))
       AND (@after IS NULL OR (i.added_at, i.id) > (SELECT b.added_at, b.id FROM review_items b WHERE b.id = @after))
     ORDER BY i.added_at, i.id LIMIT @limit`,
  );
  return ({ isDown, ...filter }: ReviewFilter): ReviewSummary[] =>
    list.all({ ...filter, isDown: Number(isDown) }).map((row) => summarySchema.parse(row));
}
