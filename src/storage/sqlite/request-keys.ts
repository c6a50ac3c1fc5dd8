import type Database from 'better-sqlite3';
import { Fault } from '#domain/fault.ts';
import type { IdempotencyClaim } from '#domain/ports.ts';

/** Prepares the claim of a request's key: false when the same request claimed it before. Fault: `key_reused`. */
export function prepareRequestKeys(database: Database.Database) {
  const forget = database.prepare<[string, string]>('DELETE FROM request_keys WHERE key_hash = ? AND claimed_at < ?');
  const claim = database.prepare<[string, string, string, string]>(
    `INSERT INTO request_keys (key_hash, body_hash, conversation_id, claimed_at) VALUES (?, ?, ?, ?)
     ON CONFLICT DO NOTHING`,
  );
  const bodyOf = database.prepare<[string], string>('SELECT body_hash FROM request_keys WHERE key_hash = ?').pluck();

  return ({ keyHash, bodyHash, since }: IdempotencyClaim, conversationId: string, at: string): boolean => {
    forget.run(keyHash, since.toISOString());
    if (claim.run(keyHash, bodyHash, conversationId, at).changes > 0) return true;
    if (bodyOf.get(keyHash) !== bodyHash) throw new Fault('key_reused', 'This idempotency key was used before.');
    return false;
  };
}
