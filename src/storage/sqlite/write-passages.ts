import type Database from 'better-sqlite3';
import type { DocumentRevision } from '#domain/document.ts';
import { Fault } from '#domain/fault.ts';
import type { Passage } from '#domain/passage.ts';
import { passageColumns, readPassageRow, toPassageRow } from './passage-row.ts';

/**
 * A version keeps its text but may be split anew by a later build: the passages it no longer has are superseded, which
 * hides them from retrieval, and stay findable for the citations that name them. The returned function gives whether
 * anything changed.
 */
export function writePassages(database: Database.Database) {
  const present = database.prepare<[string, string]>(
    `SELECT ${passageColumns} FROM passages p
     WHERE p.document_id = ? AND p.document_version = ? AND p.superseded = 0 ORDER BY p.ordinal`,
  );
  const supersede = database.prepare<[string, string]>(
    'UPDATE passages SET superseded = 1 WHERE document_id = ? AND document_version = ? AND superseded = 0',
  );
  const write = database.prepare(
    `INSERT INTO passages (id, document_id, document_version, ordinal, kind, start_offset, end_offset, text, structure,
       superseded)
     VALUES (@id, @documentId, @documentVersion, @ordinal, @kind, @start, @end, @text, @structure, 0)
     ON CONFLICT (id) DO UPDATE SET ordinal = excluded.ordinal, kind = excluded.kind,
       start_offset = excluded.start_offset, end_offset = excluded.end_offset, text = excluded.text,
       structure = excluded.structure, superseded = 0
     WHERE passages.document_id = excluded.document_id AND passages.document_version = excluded.document_version
       AND passages.superseded = 1`,
  );

  return (revision: DocumentRevision, passages: readonly Passage[]): boolean => {
    const before = present.all(revision.id, revision.version).map((row) => JSON.stringify(readPassageRow(row)));
    const rows = passages.map((passage) => readPassageRow(toPassageRow(passage)));
    if (rows.length === before.length && rows.every((row, index) => JSON.stringify(row) === before[index]))
      return false;
    supersede.run(revision.id, revision.version);
    for (const row of rows) {
      if (write.run(row).changes === 0) {
        throw new Fault('state_conflict', 'Two passages have the same id.');
      }
    }
    return true;
  };
}
