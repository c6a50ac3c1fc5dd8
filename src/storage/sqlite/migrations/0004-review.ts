import type { Migration } from './migration.ts';

/**
 * Feedback and review. `turn_ratings` holds the latest rating of a turn without its words, which stand in `entries` alone;
 * `review_words` alone holds what reviewers write, since it may quote a patient, and is erased as `entries` is.
 */
export const review: Migration = {
  number: 4,
  name: 'review',
  sql: `
    CREATE TABLE request_keys (
      key_hash TEXT NOT NULL PRIMARY KEY,
      body_hash TEXT NOT NULL,
      conversation_id TEXT NOT NULL REFERENCES conversations (id),
      claimed_at TEXT NOT NULL
    );

    CREATE INDEX request_keys_of_conversation ON request_keys (conversation_id);

    CREATE TABLE turn_ratings (
      turn_id TEXT NOT NULL PRIMARY KEY REFERENCES turns (id),
      conversation_id TEXT NOT NULL REFERENCES conversations (id),
      rating TEXT NOT NULL CHECK (rating IN ('up', 'down'))
    );

    CREATE INDEX turn_ratings_of_conversation ON turn_ratings (conversation_id);

    ALTER TABLE turns ADD COLUMN considered INTEGER NOT NULL DEFAULT 0 CHECK (considered IN (0, 1));

    CREATE INDEX unconsidered_turns ON turns (id) WHERE considered = 0;

    CREATE TABLE review_items (
      id TEXT NOT NULL PRIMARY KEY,
      source TEXT NOT NULL CHECK (source IN ('turn', 'suite')),
      cause TEXT NOT NULL,
      state TEXT NOT NULL CHECK (state IN ('open', 'needs_adjudication', 'agreed', 'adjudicated')),
      added_at TEXT NOT NULL,
      conversation_id TEXT REFERENCES conversations (id),
      turn_id TEXT UNIQUE REFERENCES turns (id),
      answer TEXT,
      answer_digest TEXT UNIQUE,
      suite TEXT,
      case_id TEXT
    );

    CREATE INDEX review_items_in_order ON review_items (added_at, id);
    CREATE INDEX review_items_of_conversation ON review_items (conversation_id);

    CREATE TABLE review_ratings (
      item_id TEXT NOT NULL REFERENCES review_items (id),
      reviewer TEXT NOT NULL,
      place INTEGER NOT NULL CHECK (place IN (1, 2)),
      rubric TEXT NOT NULL,
      rated_at TEXT NOT NULL,
      PRIMARY KEY (item_id, reviewer),
      UNIQUE (item_id, place)
    );

    CREATE TABLE review_adjudications (
      item_id TEXT NOT NULL PRIMARY KEY REFERENCES review_items (id),
      adjudicator TEXT NOT NULL,
      rubric TEXT NOT NULL,
      decided_at TEXT NOT NULL
    );

    CREATE TABLE review_words (
      id INTEGER PRIMARY KEY,
      item_id TEXT NOT NULL REFERENCES review_items (id),
      author TEXT NOT NULL,
      text TEXT NOT NULL,
      UNIQUE (item_id, author)
    );

    CREATE TABLE review_words_kept (
      id INTEGER PRIMARY KEY,
      item_id TEXT NOT NULL,
      author TEXT NOT NULL,
      text TEXT NOT NULL
    );

    CREATE TABLE promoted_cases (
      case_id TEXT NOT NULL PRIMARY KEY,
      line TEXT NOT NULL,
      promoted_by TEXT NOT NULL,
      promoted_at TEXT NOT NULL
    );
  `,
};
