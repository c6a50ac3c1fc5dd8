import type Database from 'better-sqlite3';
import type { Clock } from '#domain/ports.ts';
import type { ReviewStore } from '#domain/review-store.ts';
import { prepareFillReviews } from './fill-reviews.ts';
import { prepareJudgements } from './judge-item.ts';
import { prepareListReviews } from './list-reviews.ts';
import { prepareReadReviewItem } from './read-review-item.ts';
import { promotedSchema } from './review-rows.ts';
import { orStorageFault } from './storage-fault.ts';

export function createSqliteReviewStore(deps: { database: Database.Database; clock: Clock }): ReviewStore {
  const { database, clock } = deps;
  const fill = prepareFillReviews(database, clock);
  const judge = prepareJudgements(database, clock);
  const list = prepareListReviews(database);
  const read = prepareReadReviewItem(database);
  const judged = database
    .prepare<[], string>(
      `SELECT i.id FROM review_items i JOIN review_ratings r ON r.item_id = i.id AND r.place = 2
       ORDER BY i.added_at, i.id`,
    )
    .pluck();
  const promote = database.prepare<[string, string, string, string]>(
    'INSERT INTO promoted_cases (case_id, line, promoted_by, promoted_at) VALUES (?, ?, ?, ?)',
  );
  const promoted = database.prepare<[]>(
    `SELECT case_id AS "caseId", line, promoted_by AS "promotedBy", promoted_at AS "promotedAt"
     FROM promoted_cases ORDER BY promoted_at, case_id`,
  );

  return {
    unconsidered: async (limit) => orStorageFault(() => fill.unconsidered(limit)),
    thumbsDown: async (limit) => orStorageFault(() => fill.thumbsDown(limit)),
    addTurns: async (unit) => orStorageFault(() => fill.addTurns(unit)),
    addAnswers: async (answers) => orStorageFault(() => fill.addAnswers(answers)),
    list: async (filter) => orStorageFault(() => list(filter)),
    find: async (id) => orStorageFault(() => read(id)),
    rate: async (id, rating) => orStorageFault(() => judge.rate(id, rating)),
    adjudicate: async (id, adjudication) => orStorageFault(() => judge.adjudicate(id, adjudication)),
    judged: async () => orStorageFault(() => judged.all().flatMap((id) => read(id) ?? [])),
    keepPromoted: async ({ caseId, line, promotedBy }) =>
      orStorageFault(() => {
        promote.run(caseId, line, promotedBy, clock.now().toISOString());
      }),
    promoted: async () => orStorageFault(() => promoted.all().map((row) => promotedSchema.parse(row))),
  };
}
