import type { Migration } from './migration.ts';

export const documents: Migration = {
  number: 1,
  name: 'documents',
  sql: `
    CREATE TABLE documents (
      id TEXT NOT NULL PRIMARY KEY,
      current_version TEXT NOT NULL,
      withdrawn_on TEXT
    );

    CREATE TABLE revisions (
      document_id TEXT NOT NULL REFERENCES documents (id),
      version TEXT NOT NULL,
      title TEXT NOT NULL,
      kind TEXT,
      topic TEXT,
      url TEXT,
      source TEXT,
      reviewed_by TEXT,
      reviewed_on TEXT,
      review_by TEXT,
      language TEXT,
      status TEXT NOT NULL CHECK (status IN ('draft', 'published', 'withdrawn')),
      text TEXT NOT NULL,
      ingested_at TEXT NOT NULL,
      PRIMARY KEY (document_id, version)
    );

    CREATE TABLE passages (
      id TEXT NOT NULL PRIMARY KEY,
      document_id TEXT NOT NULL,
      document_version TEXT NOT NULL,
      ordinal INTEGER NOT NULL,
      kind TEXT NOT NULL,
      start_offset INTEGER NOT NULL,
      end_offset INTEGER NOT NULL,
      text TEXT NOT NULL,
      structure TEXT NOT NULL,
      superseded INTEGER NOT NULL CHECK (superseded IN (0, 1)),
      FOREIGN KEY (document_id, document_version) REFERENCES revisions (document_id, version)
    );

    CREATE UNIQUE INDEX passages_in_order ON passages (document_id, document_version, ordinal) WHERE superseded = 0;
  `,
};
