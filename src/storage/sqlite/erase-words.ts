import type Database from 'better-sqlite3';
import { Fault } from '#domain/fault.ts';
import type { ConversationState } from '#domain/turn.ts';
import { prepareReviewErasure } from './erase-review.ts';

const forgotten: ConversationState = { levelReached: null, amberSigns: [], ownCaseOpen: false };

/**
 * Leaves a tombstone of each conversation and none of its words in the log's pages. `secure_delete` zeroes what is
 * deleted, but not the stale copies that SQLite leaves in the slack of a page when it moves rows between pages; so the
 * whole log is written anew, which frees (and zeroes) every page it stood on. Runs within the caller's transaction.
 */
export function prepareErasure(database: Database.Database) {
  const bury = database.prepare<[string, string, string]>(
    "UPDATE conversations SET erased_at = ?, locale = 'und', state = ? WHERE id = ? AND erased_at IS NULL",
  );
  const stopTurn = database.prepare<[string]>('UPDATE turns SET running = 0, considered = 1 WHERE conversation_id = ?');
  const forgetKeys = database.prepare<[string]>(
    'DELETE FROM idempotency_keys WHERE turn_id IN (SELECT id FROM turns WHERE conversation_id = ?)',
  );
  const forgetRequests = database.prepare<[string]>('DELETE FROM request_keys WHERE conversation_id = ?');
  const forgetRatings = database.prepare<[string]>('DELETE FROM turn_ratings WHERE conversation_id = ?');
  const forgetReview = prepareReviewErasure(database);
  const rewriteLog = prepareLogRewrite(database);

  return (ids: readonly string[], at: Date): void => {
    if (ids.length === 0) return;
    for (const id of ids) {
      bury.run(at.toISOString(), JSON.stringify(forgotten), id);
      stopTurn.run(id);
      forgetKeys.run(id);
      forgetRequests.run(id);
      forgetRatings.run(id);
    }
    rewriteLog();
    forgetReview(ids);
  };
}

/** Writes the log of living conversations anew. Runs within the caller's transaction. */
export function prepareLogRewrite(database: Database.Database): () => void {
  const steps = [
    `INSERT INTO entries_kept SELECT id, conversation_id, seq, at, turn_id, body FROM entries
     WHERE conversation_id IN (SELECT id FROM conversations WHERE erased_at IS NULL) ORDER BY id`,
    'DELETE FROM entries',
    'INSERT INTO entries SELECT id, conversation_id, seq, at, turn_id, body FROM entries_kept ORDER BY id',
    'DELETE FROM entries_kept',
  ].map((sql) => database.prepare<[]>(sql));
  return () => {
    for (const step of steps) step.run();
  };
}

/**
 * Carries the WAL, which holds earlier images of the erased pages, into the main file and truncates it. A reader in
 * another process can prevent that: then the words are still there, and the erasure must be asked for again.
 */
export function truncateWal(database: Database.Database): void {
  const busy = Number(database.pragma('wal_checkpoint(TRUNCATE)', { simple: true }));
  if (busy !== 0) throw new Fault('storage_unavailable', 'Another process is reading the database; try again.');
}
