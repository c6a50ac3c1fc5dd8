import type Database from 'better-sqlite3';
import type { DocumentRevision } from '#domain/document.ts';
import { Fault } from '#domain/fault.ts';
import type { Passage } from '#domain/passage.ts';
import type { Clock } from '#domain/ports.ts';
import { writePassages } from './write-passages.ts';

interface CurrentRow {
  readonly version: string;
  readonly withdrawnOn: string | null;
}

/** Prepares the transaction that makes a revision the current one. */
export function preparePut(database: Database.Database, clock: Clock) {
  const current = database.prepare<[string], CurrentRow>(
    'SELECT current_version AS version, withdrawn_on AS "withdrawnOn" FROM documents WHERE id = ?',
  );
  const pointAt = database.prepare<[string, string, string | null]>(
    `INSERT INTO documents (id, current_version, withdrawn_on) VALUES (?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET current_version = excluded.current_version, withdrawn_on = excluded.withdrawn_on`,
  );
  const keepRevision = database.prepare(
    `INSERT INTO revisions (document_id, version, title, kind, topic, url, source, reviewed_by, reviewed_on, review_by,
       language, status, text, ingested_at)
     VALUES (@id, @version, @title, @kind, @topic, @url, @source, @reviewedBy, @reviewedOn, @reviewBy, @language, @status,
       @text, @ingestedAt)
     ON CONFLICT (document_id, version) DO NOTHING`,
  );
  const replacePassages = writePassages(database);

  return database.transaction((revision: DocumentRevision, passages: readonly Passage[]) => {
    refuseStrangers(revision, passages);
    const before = current.get(revision.id);
    const now = clock.now().toISOString();
    const withdrawnOn = revision.status === 'withdrawn' ? (before?.withdrawnOn ?? now.slice(0, 10)) : null;
    pointAt.run(revision.id, revision.version, withdrawnOn);
    keepRevision.run({ ...revision, ingestedAt: now });
    const isResplit = replacePassages(revision, passages);
    if (before === undefined) return 'added';
    const isSame = before.version === revision.version && before.withdrawnOn === withdrawnOn && !isResplit;
    return isSame ? 'unchanged' : 'updated';
  }).immediate;
}

function refuseStrangers(revision: DocumentRevision, passages: readonly Passage[]): void {
  const belongs = ({ documentId, documentVersion }: Passage) =>
    documentId === revision.id && documentVersion === revision.version;
  if (!passages.every(belongs)) {
    throw new Fault('state_conflict', 'A passage belongs to another document version than the one it came with.');
  }
}
