import { createHash } from 'node:crypto';
import type Database from 'better-sqlite3';
import type { Clock } from '#domain/ports.ts';
import type { TurnReference } from '#domain/review.ts';
import type { ReviewStore } from '#domain/review-store.ts';
import { referenceSchema } from './review-rows.ts';

const reference = 't.id AS "turnId", t.conversation_id AS "conversationId"';

/** Prepares what brings items into the queue. */
export function prepareFillReviews(database: Database.Database, clock: Clock) {
  const unconsidered = database.prepare<[number]>(
    `SELECT ${reference} FROM turns t JOIN conversations c ON c.id = t.conversation_id
     WHERE t.considered = 0 AND t.running = 0 AND c.erased_at IS NULL ORDER BY t.id LIMIT ?`,
  );
  const thumbsDown = database.prepare<[number]>(
    `SELECT ${reference} FROM turn_ratings r JOIN turns t ON t.id = r.turn_id
     WHERE r.rating = 'down' AND NOT EXISTS (SELECT 1 FROM review_items i WHERE i.turn_id = t.id)
     ORDER BY t.id LIMIT ?`,
  );
  const addTurn = database.prepare<[string, string, string, string]>(
    `INSERT INTO review_items (id, source, cause, state, added_at, conversation_id, turn_id)
     SELECT ?, 'turn', ?, 'open', ?, c.id, t.id FROM turns t JOIN conversations c ON c.id = t.conversation_id
     WHERE t.id = ? AND c.erased_at IS NULL
     ON CONFLICT DO NOTHING`,
  );
  const consider = database.prepare<[string]>('UPDATE turns SET considered = 1 WHERE id = ?');
  const addAnswer = database.prepare<[string, string, string, string, string, string]>(
    `INSERT INTO review_items (id, source, cause, state, added_at, answer, answer_digest, suite, case_id)
     VALUES (?, 'suite', 'suite', 'open', ?, ?, ?, ?, ?)
     ON CONFLICT DO NOTHING`,
  );
  const references = (rows: readonly unknown[]): TurnReference[] => rows.map((row) => referenceSchema.parse(row));

  return {
    unconsidered: (limit: number) => references(unconsidered.all(limit)),
    thumbsDown: (limit: number) => references(thumbsDown.all(limit)),
    addTurns: database.transaction(({ chosen, considered }: Parameters<ReviewStore['addTurns']>[0]): void => {
      const at = clock.now().toISOString();
      for (const { id, turnId, cause } of chosen) addTurn.run(id, cause, at, turnId);
      for (const turnId of considered) consider.run(turnId);
    }).immediate,
    addAnswers: database.transaction((answers: Parameters<ReviewStore['addAnswers']>[0]): number => {
      const at = clock.now().toISOString();
      return answers.reduce((added, { id, answer }) => {
        const json = JSON.stringify(answer);
        const digest = createHash('sha256').update(json).digest('base64url');
        return added + addAnswer.run(id, at, json, digest, answer.suite, answer.caseId).changes;
      }, 0);
    }).immediate,
  };
}
