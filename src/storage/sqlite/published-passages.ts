import type Database from 'better-sqlite3';
import type { Passage } from '#domain/passage.ts';
import { passageColumns, readPassageRow, toPassage } from './passage-row.ts';
import { orStorageFault } from './storage-fault.ts';

const ofDocument = `SELECT ${passageColumns}
  FROM documents d
  JOIN revisions r ON r.document_id = d.id AND r.version = d.current_version
  JOIN passages p ON p.document_id = d.id AND p.document_version = d.current_version AND p.superseded = 0
  WHERE d.id = ? AND d.withdrawn_on IS NULL AND r.status = 'published'
  ORDER BY p.ordinal`;

/**
 * Streams document by document rather than over one open statement: an open one would refuse every write on the
 * connection and hold the WAL back. A document withdrawn before its turn comes is absent.
 */
export function preparePublishedPassages(database: Database.Database) {
  const documentIds = database.prepare<[], string>('SELECT id FROM documents ORDER BY id').pluck();
  const rowsOf = database.prepare<[string]>(ofDocument);
  const passagesOf = (id: string): Passage[] =>
    orStorageFault(() => rowsOf.all(id).map((row) => toPassage(readPassageRow(row))));

  return {
    passagesOf,
    async *publishedPassages(): AsyncIterable<Passage> {
      for (const id of orStorageFault(() => documentIds.all())) yield* passagesOf(id);
    },
  };
}
