import type Database from 'better-sqlite3';
import { Fault } from '#domain/fault.ts';
import type { Clock, ConversationStore } from '#domain/ports.ts';
import { prepareAppend } from './append-unit.ts';
import {
  conversationColumns,
  entryColumns,
  readConversation,
  readEntry,
  readTurn,
  turnColumns,
} from './conversation-rows.ts';
import { prepareErasure, truncateWal } from './erase-words.ts';
import { prepareReword } from './reword-turn.ts';
import { orStorageFault } from './storage-fault.ts';

const turns = 'turns t LEFT JOIN idempotency_keys k ON k.turn_id = t.id';
const ofTurn = `SELECT ${turnColumns} FROM ${turns}`;

export function createSqliteConversationStore(deps: { database: Database.Database; clock: Clock }): ConversationStore {
  const { database, clock } = deps;
  const append = prepareAppend(database, clock);
  const eraseWords = prepareErasure(database);
  const reword = prepareReword(database);
  const conversation = database.prepare<[string]>(`SELECT ${conversationColumns} FROM conversations WHERE id = ?`);
  const entries = database.prepare<[string, number]>(
    `SELECT ${entryColumns} FROM entries WHERE conversation_id = ? AND seq > ? ORDER BY seq`,
  );
  const turn = database.prepare<[string]>(`${ofTurn} WHERE t.id = ?`);
  const turnEntries = database.prepare<[string]>(`SELECT ${entryColumns} FROM entries WHERE turn_id = ? ORDER BY seq`);
  const turnByKey = database.prepare<[string, string]>(`${ofTurn} WHERE k.key_hash = ? AND k.claimed_at >= ?`);
  const unfinished = database.prepare<[]>(`${ofTurn} WHERE t.running = 1 ORDER BY t.id`);
  const expired = database
    .prepare<[string], string>(
      `SELECT c.id FROM conversations c WHERE c.erased_at IS NULL AND c.last_entry_at < ?
       AND NOT EXISTS (SELECT 1 FROM turns t WHERE t.conversation_id = c.id AND t.running = 1)`,
    )
    .pluck();

  const erase = database.transaction((id: string, at: Date) => {
    const row = conversation.get(id);
    if (row === undefined) throw new Fault('not_found', 'There is no such conversation.');
    if (readConversation(row).erasedAt === null) eraseWords([id], at);
  }).immediate;
  const purge = database.transaction((before: Date) => {
    const ids = expired.all(before.toISOString());
    eraseWords(ids, clock.now());
    return ids.length;
  }).immediate;
  const touch = database.transaction(() => undefined).immediate;

  return {
    append: async (unit) => orStorageFault(() => append(unit)),
    conversation: async (id) => orStorageFault(() => readOrNull(conversation.get(id), readConversation)),
    entries: async (id, afterSeq = 0) => orStorageFault(() => entries.all(id, afterSeq).map(readEntry)),
    turn: async (id) => orStorageFault(() => readOrNull(turn.get(id), readTurn)),
    turnEntries: async (id) => orStorageFault(() => turnEntries.all(id).map(readEntry)),
    turnByKey: async (keyHash, since) =>
      orStorageFault(() => readOrNull(turnByKey.get(keyHash, since.toISOString()), readTurn)),
    unfinishedTurns: async () => orStorageFault(() => unfinished.all().map(readTurn)),
    // Also when nothing has changed, for the same reason as below.
    reword: async (id, rewording) =>
      orStorageFault(() => {
        reword(id, rewording);
        truncateWal(database);
      }),
    // Also for a conversation erased before: its WAL may not have been truncated then.
    erase: async (id, at) =>
      orStorageFault(() => {
        erase(id, at);
        truncateWal(database);
      }),
    purge: async (before) =>
      orStorageFault(() => {
        const count = purge(before);
        truncateWal(database);
        return count;
      }),
    // Takes the write lock: a database that can only be read is not available.
    ping: async () => orStorageFault(() => touch()),
  };
}

function readOrNull<Value>(row: unknown, read: (row: unknown) => Value): Value | null {
  return row === undefined ? null : read(row);
}
