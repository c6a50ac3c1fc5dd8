import type Database from 'better-sqlite3';
import type { DocumentRevision } from '#domain/document.ts';
import { Fault } from '#domain/fault.ts';
import type { Passage } from '#domain/passage.ts';
import type { Clock, Staged, StagedDocument } from '#domain/ports.ts';
import { passageColumns, readPassageRow, toPassageRow } from './passage-row.ts';
import { digestSplit } from './split-digest.ts';
import { prepareStagePassages, prepareWritePassages } from './write-passages.ts';

interface CurrentRow {
  /** Empty while no version is in force. */
  readonly version: string;
  readonly split: string;
  readonly withdrawnOn: string | null;
}

/**
 * Prepares the transaction that stages documents. A version that is new goes to where it will stay, unseen until it is
 * published; only new passages of the version in force are kept apart. A killed update so writes nothing twice.
 */
export function prepareStage(database: Database.Database, clock: Clock) {
  const staged = database.prepare<[string], string | null>('SELECT file FROM staged_documents WHERE document_id = ?');
  const current = database.prepare<[string], CurrentRow>(
    'SELECT current_version AS version, split, withdrawn_on AS "withdrawnOn" FROM documents WHERE id = ?',
  );
  const present = database.prepare<[string, string]>(
    `SELECT ${passageColumns} FROM passages p
     WHERE p.document_id = ? AND p.document_version = ? AND p.superseded = 0 ORDER BY p.ordinal`,
  );
  const keepDocument = database.prepare<[string]>(
    `INSERT INTO documents (id, current_version, withdrawn_on) VALUES (?, '', NULL) ON CONFLICT DO NOTHING`,
  );
  const keepRevision = database.prepare(
    `INSERT INTO revisions (document_id, version, title, kind, topic, url, source, reviewed_by, reviewed_on, review_by,
       language, status, text, ingested_at)
     VALUES (@id, @version, @title, @kind, @topic, @url, @source, @reviewedBy, @reviewedOn, @reviewBy, @language, @status,
       @text, @ingestedAt)
     ON CONFLICT (document_id, version) DO NOTHING`,
  );
  const unpublishedSplit = database
    .prepare<[string, string], string>('SELECT split FROM unpublished_revisions WHERE document_id = ? AND version = ?')
    .pluck();
  const markUnpublished = database.prepare<[string, string, string]>(
    `INSERT INTO unpublished_revisions (document_id, version, split) VALUES (?, ?, ?)
     ON CONFLICT DO UPDATE SET split = excluded.split`,
  );
  const keepStaged = database.prepare<[string, string, string, number, string | null, string]>(
    `INSERT INTO staged_documents (document_id, version, split, is_resplit, withdrawn_on, file) VALUES (?, ?, ?, ?, ?, ?)`,
  );
  const writePassages = prepareWritePassages(database);
  const stagePassages = prepareStagePassages(database);

  /** A database of an earlier build does not say it. */
  function splitOf({ version, split }: CurrentRow, id: string): string {
    return split === '' ? digestSplit(present.all(id, version).map(readPassageRow)) : split;
  }

  function stageOne({ revision, passages, file }: StagedDocument): Staged {
    refuseStrangers(revision, passages);
    const { id, version } = revision;
    const other = staged.pluck().get(id);
    if (other !== undefined) return { kind: 'duplicate', file: other ?? id };
    const rows = passages.map((passage) => readPassageRow(toPassageRow(passage)));
    const split = digestSplit(rows);
    const before = current.get(id);
    const now = clock.now().toISOString();
    const withdrawnOn = revision.status === 'withdrawn' ? (before?.withdrawnOn ?? now.slice(0, 10)) : null;
    const isResplit = before?.version === version && splitOf(before, id) !== split;
    if (isResplit) stagePassages(revision, rows);
    if (before?.version !== version) {
      keepDocument.run(id);
      const isNew = keepRevision.run({ ...revision, ingestedAt: now }).changes > 0;
      const known = isNew ? undefined : unpublishedSplit.get(id, version);
      if (known !== split) writePassages(revision, rows);
      if (isNew || known !== undefined) markUnpublished.run(id, version, split);
    }
    keepStaged.run(id, version, split, Number(isResplit), withdrawnOn, file);
    if (before === undefined || before.version === '') return { kind: 'added' };
    const isSame = before.version === version && before.withdrawnOn === withdrawnOn && !isResplit;
    return { kind: isSame ? 'unchanged' : 'updated' };
  }

  return database.transaction((documents: readonly StagedDocument[]) => documents.map(stageOne)).immediate;
}

function refuseStrangers(revision: DocumentRevision, passages: readonly Passage[]): void {
  const belongs = ({ documentId, documentVersion }: Passage) =>
    documentId === revision.id && documentVersion === revision.version;
  if (!passages.every(belongs)) {
    throw new Fault('state_conflict', 'A passage belongs to another document version than the one it came with.');
  }
}
