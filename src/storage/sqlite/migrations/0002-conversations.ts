import type { Migration } from './migration.ts';

/** `entries` alone holds people's words; `entries_kept` is empty except while `entries` is rewritten. */
export const conversations: Migration = {
  number: 2,
  name: 'conversations',
  sql: `
    CREATE TABLE conversations (
      id TEXT NOT NULL PRIMARY KEY,
      locale TEXT NOT NULL,
      state TEXT NOT NULL,
      created_at TEXT NOT NULL,
      last_seq INTEGER NOT NULL,
      last_entry_at TEXT NOT NULL,
      erased_at TEXT
    );

    CREATE TABLE turns (
      id TEXT NOT NULL PRIMARY KEY,
      conversation_id TEXT NOT NULL REFERENCES conversations (id),
      running INTEGER NOT NULL CHECK (running IN (0, 1))
    );

    CREATE INDEX turns_of_conversation ON turns (conversation_id);
    CREATE UNIQUE INDEX one_running_turn ON turns (conversation_id) WHERE running = 1;

    CREATE TABLE idempotency_keys (
      key_hash TEXT NOT NULL PRIMARY KEY,
      body_hash TEXT NOT NULL,
      turn_id TEXT NOT NULL UNIQUE REFERENCES turns (id),
      claimed_at TEXT NOT NULL
    );

    CREATE TABLE entries (
      id INTEGER PRIMARY KEY,
      conversation_id TEXT NOT NULL REFERENCES conversations (id),
      seq INTEGER NOT NULL,
      at TEXT NOT NULL,
      turn_id TEXT,
      body TEXT NOT NULL,
      UNIQUE (conversation_id, seq)
    );

    CREATE INDEX entries_of_turn ON entries (turn_id, seq);

    CREATE TABLE entries_kept (
      id INTEGER PRIMARY KEY,
      conversation_id TEXT NOT NULL,
      seq INTEGER NOT NULL,
      at TEXT NOT NULL,
      turn_id TEXT,
      body TEXT NOT NULL
    );
  `,
};
