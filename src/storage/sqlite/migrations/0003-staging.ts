import type { Migration } from './migration.ts';

/**
 * The next state of the documents is prepared beside the one in force. A document without a version in force has an empty
 * `current_version`; `split` says which passages the version in force has.
 */
export const staging: Migration = {
  number: 3,
  name: 'staging',
  sql: `
    ALTER TABLE documents ADD COLUMN split TEXT NOT NULL DEFAULT '';

    CREATE TABLE staged_documents (
      document_id TEXT NOT NULL PRIMARY KEY,
      version TEXT NOT NULL,
      split TEXT NOT NULL,
      is_resplit INTEGER NOT NULL CHECK (is_resplit IN (0, 1)),
      withdrawn_on TEXT,
      file TEXT
    ) WITHOUT ROWID;

    CREATE TABLE staged_passages (
      id TEXT NOT NULL PRIMARY KEY,
      document_id TEXT NOT NULL,
      document_version TEXT NOT NULL,
      ordinal INTEGER NOT NULL,
      kind TEXT NOT NULL,
      start_offset INTEGER NOT NULL,
      end_offset INTEGER NOT NULL,
      text TEXT NOT NULL,
      structure TEXT NOT NULL
    );

    CREATE INDEX staged_passages_of_document ON staged_passages (document_id, ordinal);

    CREATE TABLE unpublished_revisions (
      document_id TEXT NOT NULL,
      version TEXT NOT NULL,
      split TEXT NOT NULL,
      PRIMARY KEY (document_id, version)
    ) WITHOUT ROWID;

    CREATE TABLE corpus (
      id INTEGER NOT NULL PRIMARY KEY CHECK (id = 1),
      revision INTEGER NOT NULL,
      digest TEXT
    );

    INSERT INTO corpus (id, revision, digest) VALUES (1, 0, NULL);
  `,
};
