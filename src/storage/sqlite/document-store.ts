import type Database from 'better-sqlite3';
import { Fault } from '#domain/fault.ts';
import type { DocumentId } from '#domain/ids.ts';
import type { Clock, DocumentStore } from '#domain/ports.ts';
import { prepareCorpusState } from './corpus-state.ts';
import { documentId } from './id-schema.ts';
import { passageColumns, readPassageRow, toPassage } from './passage-row.ts';
import { preparePublish } from './publish-staged.ts';
import { preparePublishedPassages } from './published-passages.ts';
import { readRevisionRow, readSummaryRow, summaryColumns } from './revision-row.ts';
import { prepareStage } from './stage-documents.ts';
import { orStorageFault } from './storage-fault.ts';
import { prepareUpcoming } from './upcoming-documents.ts';

const current = 'documents d JOIN revisions r ON r.document_id = d.id AND r.version = d.current_version';

/** A revision that was never in force is not there for a reader. */
const wasInForce = (id: string, version: string) =>
  `NOT EXISTS (SELECT 1 FROM unpublished_revisions u WHERE u.document_id = ${id} AND u.version = ${version})`;

export function createSqliteDocumentStore(deps: { database: Database.Database; clock: Clock }): DocumentStore {
  const { database, clock } = deps;
  const today = () => clock.now().toISOString().slice(0, 10);
  const stage = prepareStage(database, clock);
  const { publish, publishWithdrawals, discard } = preparePublish(database);
  const upcoming = prepareUpcoming(database);
  const corpus = prepareCorpusState(database, upcoming);
  const notStaged = database
    .prepare<[]>(
      `SELECT d.id FROM ${current} WHERE d.withdrawn_on IS NULL
       AND NOT EXISTS (SELECT 1 FROM staged_documents s WHERE s.document_id = d.id) ORDER BY d.id`,
    )
    .pluck();
  const stageWithdrawal = database.prepare<[string, string]>(
    `INSERT INTO staged_documents (document_id, version, split, is_resplit, withdrawn_on, file)
     SELECT id, current_version, split, 0, ?, NULL FROM documents WHERE id = ? AND withdrawn_on IS NULL`,
  );
  const stageWithdrawals = database.transaction((ids: readonly DocumentId[]) => {
    for (const id of ids) stageWithdrawal.run(today(), id);
  }).immediate;
  const { passagesOf, publishedPassages } = preparePublishedPassages(database);
  const withdraw = database.prepare<[string, string]>(
    'UPDATE documents SET withdrawn_on = coalesce(withdrawn_on, ?) WHERE id = ?',
  );
  const withdrawNow = database.transaction((id: DocumentId) => {
    if (withdraw.run(today(), id).changes === 0) throw new Fault('not_found', 'There is no such document.');
    corpus.markChanged();
  }).immediate;
  const list = database.prepare<[]>(`SELECT ${summaryColumns} FROM ${current} ORDER BY d.id`);
  const findCurrent = database.prepare<[string]>(
    `SELECT ${summaryColumns}, r.text AS text FROM ${current} WHERE d.id = ?`,
  );
  const findVersion = database.prepare<[string, string]>(
    `SELECT ${summaryColumns}, r.text AS text FROM documents d JOIN revisions r ON r.document_id = d.id
     WHERE d.id = ? AND r.version = ? AND ${wasInForce('d.id', 'r.version')}`,
  );
  const findPassage = database.prepare<[string]>(
    `SELECT ${passageColumns} FROM passages p
     WHERE p.id = ? AND ${wasInForce('p.document_id', 'p.document_version')}`,
  );
  const passagesOfVersion = database.prepare<[string, string]>(
    `SELECT ${passageColumns} FROM passages p
     WHERE p.document_id = ? AND p.document_version = ? AND p.superseded = 0
     AND ${wasInForce('p.document_id', 'p.document_version')} ORDER BY p.ordinal`,
  );

  return {
    stage: async (documents) => orStorageFault(() => stage(documents)),
    notStaged: async () => orStorageFault(() => notStaged.all().map((id) => documentId.parse(id))),
    stageWithdrawals: async (ids) => orStorageFault(() => stageWithdrawals(ids)),
    discardStaged: async () => orStorageFault(() => discard()),
    upcoming: upcoming.documents,
    upcomingDigest: () => upcoming.digest('upcoming'),
    publish: async (digest) => orStorageFault(() => publish(digest)),
    publishWithdrawals: async () => orStorageFault(() => publishWithdrawals()),
    withdraw: async (id) => orStorageFault(() => withdrawNow(id)),
    corpus: corpus.state,
    corpusRevision: async () => orStorageFault(corpus.revision),
    versionsInForce: corpus.versionsInForce,
    list: async () => orStorageFault(() => list.all().map(readSummaryRow)),
    find: async (id, version) =>
      orStorageFault(() => {
        const row = version === undefined ? findCurrent.get(id) : findVersion.get(id, version);
        return row === undefined ? null : readRevisionRow(row);
      }),
    findPassage: async (id) =>
      orStorageFault(() => {
        const row = findPassage.get(id);
        return row === undefined ? null : toPassage(readPassageRow(row));
      }),
    passagesOf: async (id, version) =>
      orStorageFault(() =>
        version === undefined
          ? passagesOf(id)
          : passagesOfVersion.all(id, version).map((row) => toPassage(readPassageRow(row))),
      ),
    publishedPassages,
  };
}
