import type Database from 'better-sqlite3';
import type { Entry } from '#domain/conversation.ts';
import { Fault } from '#domain/fault.ts';
import type { Append, Clock } from '#domain/ports.ts';
import { prepareRequestKeys } from './request-keys.ts';
import { prepareTurnChanges } from './turn-changes.ts';

interface HeadRow {
  readonly lastSeq: number;
  readonly erasedAt: string | null;
}

/** Prepares the one transaction that writes to a conversation's log. */
export function prepareAppend(database: Database.Database, clock: Clock) {
  const create = database.prepare<[string, string, string, string, string]>(
    `INSERT INTO conversations (id, locale, state, created_at, last_seq, last_entry_at) VALUES (?, ?, ?, ?, 0, ?)
     ON CONFLICT (id) DO NOTHING`,
  );
  const head = database.prepare<[string], HeadRow>(
    'SELECT last_seq AS "lastSeq", erased_at AS "erasedAt" FROM conversations WHERE id = ?',
  );
  const advance = database.prepare<[number, string, string | null, string]>(
    'UPDATE conversations SET last_seq = ?, last_entry_at = ?, state = coalesce(?, state) WHERE id = ?',
  );
  const write = database.prepare<[string, number, string, string | null, string]>(
    'INSERT INTO entries (conversation_id, seq, at, turn_id, body) VALUES (?, ?, ?, ?, ?)',
  );
  const setRating = database.prepare<[string, string, string]>(
    `INSERT INTO turn_ratings (turn_id, conversation_id, rating) VALUES (?, ?, ?)
     ON CONFLICT (turn_id) DO UPDATE SET rating = excluded.rating`,
  );
  const changeTurn = prepareTurnChanges(database);
  const claimKey = prepareRequestKeys(database);

  return database.transaction((unit: Append): readonly Entry[] => {
    const { conversationId } = unit;
    const at = clock.now().toISOString();
    if (unit.create !== undefined) {
      const { locale, state } = unit.create;
      if (create.run(conversationId, locale, JSON.stringify(state), at, at).changes === 0) {
        throw new Fault('state_conflict', 'This conversation exists already.');
      }
    }
    const { lastSeq, erasedAt } = head.get(conversationId) ?? refuseUnknown();
    if (erasedAt !== null) throw new Fault('erased', 'This conversation was erased.');
    if (unit.claim && !claimKey(unit.claim, conversationId, at)) return [];
    changeTurn(unit, at);
    const entries = unit.entries.map((body, index) => ({ conversationId, seq: lastSeq + 1 + index, at, body }));
    for (const { seq, body } of entries) {
      const turnId = body.kind === 'conversation.started' ? null : body.turnId;
      write.run(conversationId, seq, at, turnId, JSON.stringify(body));
      if (body.kind === 'feedback') setRating.run(body.turnId, conversationId, body.feedback.rating);
    }
    const state = unit.endTurn?.state ?? null;
    advance.run(lastSeq + entries.length, at, state === null ? null : JSON.stringify(state), conversationId);
    return entries;
  }).immediate;
}

function refuseUnknown(): never {
  throw new Fault('not_found', 'There is no such conversation.');
}
