import type Database from 'better-sqlite3';
import type { DocumentRevision } from '#domain/document.ts';
import { Fault } from '#domain/fault.ts';
import type { PassageRow } from './passage-row.ts';

const columns = 'id, document_id, document_version, ordinal, kind, start_offset, end_offset, text, structure';
const values = '@id, @documentId, @documentVersion, @ordinal, @kind, @start, @end, @text, @structure';

/** A row of the same id comes back as it is now; one in use twice is refused, by changing nothing. */
const onSameId = `ON CONFLICT (id) DO UPDATE SET ordinal = excluded.ordinal, kind = excluded.kind,
    start_offset = excluded.start_offset, end_offset = excluded.end_offset, text = excluded.text,
    structure = excluded.structure, superseded = 0
  WHERE passages.document_id = excluded.document_id AND passages.document_version = excluded.document_version
    AND passages.superseded = 1`;

export type WritePassages = (revision: DocumentRevision, rows: readonly PassageRow[]) => void;

/**
 * Gives a version its passages. It may be split anew by a later build: the passages it no longer has are superseded, which
 * hides them from retrieval, and stay findable for the citations that name them.
 */
export function prepareWritePassages(database: Database.Database): WritePassages {
  const supersede = database.prepare<[string, string]>(
    'UPDATE passages SET superseded = 1 WHERE document_id = ? AND document_version = ? AND superseded = 0',
  );
  const write = database.prepare(`INSERT INTO passages (${columns}, superseded) VALUES (${values}, 0) ${onSameId}`);
  return (revision, rows) => {
    supersede.run(revision.id, revision.version);
    for (const row of rows) refuseTwice(write.run(row));
  };
}

/** Keeps the passages of a version in force apart until they replace those it has. */
export function prepareStagePassages(database: Database.Database): WritePassages {
  const write = database.prepare(`INSERT INTO staged_passages (${columns}) VALUES (${values}) ON CONFLICT DO NOTHING`);
  return (_revision, rows) => {
    for (const row of rows) refuseTwice(write.run(row));
  };
}

/** Puts the passages that were kept apart into force, those of every version at once. */
export function preparePublishPassages(database: Database.Database): () => void {
  const supersede = database.prepare(
    `UPDATE passages SET superseded = 1 WHERE superseded = 0 AND (document_id, document_version) IN
       (SELECT document_id, version FROM staged_documents WHERE is_resplit = 1)`,
  );
  const move = database.prepare(
    `INSERT INTO passages (${columns}, superseded) SELECT ${columns}, 0 FROM staged_passages WHERE true ${onSameId}`,
  );
  return () => {
    supersede.run();
    move.run();
  };
}

function refuseTwice({ changes }: Database.RunResult): void {
  if (changes === 0) throw new Fault('state_conflict', 'Two passages have the same id.');
}
