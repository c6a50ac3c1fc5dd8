import type Database from 'better-sqlite3';
import { Fault } from '#domain/fault.ts';
import type { Append, IdempotencyClaim } from '#domain/ports.ts';

/** Prepares the claims of an append: the running turn, its key, the end of a turn. */
export function prepareTurnChanges(database: Database.Database) {
  const insertTurn = database.prepare<[string, string, number]>(
    'INSERT INTO turns (id, conversation_id, running) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  );
  const runningTurn = database
    .prepare<[string], string>('SELECT id FROM turns WHERE conversation_id = ? AND running = 1')
    .pluck();
  const endTurn = database.prepare<[string, string]>(
    'UPDATE turns SET running = 0 WHERE id = ? AND conversation_id = ? AND running = 1',
  );
  const forgetKey = database.prepare<[string, string]>(
    'DELETE FROM idempotency_keys WHERE key_hash = ? AND claimed_at < ?',
  );
  const claimKey = database.prepare<[string, string, string, string]>(
    `INSERT INTO idempotency_keys (key_hash, body_hash, turn_id, claimed_at) VALUES (?, ?, ?, ?)
     ON CONFLICT DO NOTHING`,
  );

  function start({ conversationId, startTurn, endTurn: end }: Append, at: string): void {
    if (startTurn === undefined) return;
    const { turnId, idempotency } = startTurn;
    const isWhole = end?.turnId === turnId;
    if (insertTurn.run(turnId, conversationId, isWhole ? 0 : 1).changes === 0) {
      const running = runningTurn.get(conversationId);
      if (running === undefined) throw new Fault('state_conflict', 'This turn exists already.');
      throw new Fault('turn_in_progress', 'Another message is still being answered.', { details: { turnId: running } });
    }
    if (idempotency !== null) claim(turnId, idempotency, at);
  }

  function claim(turnId: string, { keyHash, bodyHash, since }: IdempotencyClaim, at: string): void {
    forgetKey.run(keyHash, since.toISOString());
    if (claimKey.run(keyHash, bodyHash, turnId, at).changes === 0) {
      throw new Fault('key_reused', 'This idempotency key was used before.');
    }
  }

  return (unit: Append, at: string): void => {
    start(unit, at);
    const { conversationId, startTurn, endTurn: end } = unit;
    if (end === undefined || end.turnId === startTurn?.turnId) return;
    if (endTurn.run(end.turnId, conversationId).changes === 0) {
      throw new Fault('state_conflict', 'This turn has already ended.');
    }
  };
}
