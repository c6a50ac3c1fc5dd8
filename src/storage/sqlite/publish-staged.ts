import type Database from 'better-sqlite3';
import { preparePublishPassages } from './write-passages.ts';

/** Prepares the transactions that put staged documents into force; each raises the revision when it changed anything. */
export function preparePublish(database: Database.Database) {
  const publishPassages = preparePublishPassages(database);
  const point = database.prepare(
    `UPDATE documents SET current_version = s.version, withdrawn_on = s.withdrawn_on, split = s.split
     FROM staged_documents s
     WHERE s.document_id = documents.id AND (documents.current_version <> s.version
       OR documents.withdrawn_on IS NOT s.withdrawn_on OR documents.split <> s.split)`,
  );
  const pointWithdrawn = database.prepare(
    `UPDATE documents SET withdrawn_on = s.withdrawn_on FROM staged_documents s
     WHERE s.document_id = documents.id AND documents.withdrawn_on IS NULL AND s.withdrawn_on IS NOT NULL
       AND documents.current_version <> ''`,
  );
  const markPublished = database.prepare(
    `DELETE FROM unpublished_revisions
     WHERE (document_id, version) IN (SELECT document_id, version FROM staged_documents)`,
  );
  const change = database.prepare<[string | null]>('UPDATE corpus SET revision = revision + 1, digest = ?');
  const setDigest = database.prepare<[string]>('UPDATE corpus SET digest = ?');

  const discard = prepareDiscard(database);

  return {
    discard: database.transaction(discard).immediate,
    publish: database.transaction((digest: string) => {
      publishPassages();
      const { changes } = point.run();
      markPublished.run();
      discard();
      if (changes > 0) change.run(digest);
      else setDigest.run(digest);
    }).immediate,
    publishWithdrawals: database.transaction(() => {
      const { changes } = pointWithdrawn.run();
      if (changes > 0) change.run(null);
      return changes;
    }).immediate,
  };
}

function prepareDiscard(database: Database.Database): () => void {
  const statements = ['staged_passages', 'staged_documents'].map((table) => database.prepare(`DELETE FROM ${table}`));
  return () => {
    for (const statement of statements) statement.run();
  };
}
