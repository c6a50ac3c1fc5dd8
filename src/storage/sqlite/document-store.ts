import type Database from 'better-sqlite3';
import { Fault } from '#domain/fault.ts';
import type { Clock, DocumentStore } from '#domain/ports.ts';
import { documentId } from './id-schema.ts';
import { passageColumns, readPassageRow, toPassage } from './passage-row.ts';
import { preparePublishedPassages } from './published-passages.ts';
import { preparePut } from './put-document.ts';
import { readRevisionRow, readSummaryRow, summaryColumns } from './revision-row.ts';
import { orStorageFault } from './storage-fault.ts';

const current = 'documents d JOIN revisions r ON r.document_id = d.id AND r.version = d.current_version';

export function createSqliteDocumentStore(deps: { database: Database.Database; clock: Clock }): DocumentStore {
  const { database, clock } = deps;
  const put = preparePut(database, clock);
  const publishedPassages = preparePublishedPassages(database);
  const withdraw = database.prepare<[string, string]>(
    'UPDATE documents SET withdrawn_on = coalesce(withdrawn_on, ?) WHERE id = ?',
  );
  const list = database.prepare<[]>(`SELECT ${summaryColumns} FROM ${current} ORDER BY d.id`);
  const findCurrent = database.prepare<[string]>(
    `SELECT ${summaryColumns}, r.text AS text FROM ${current} WHERE d.id = ?`,
  );
  const findVersion = database.prepare<[string, string]>(
    `SELECT ${summaryColumns}, r.text AS text FROM documents d JOIN revisions r ON r.document_id = d.id
     WHERE d.id = ? AND r.version = ?`,
  );
  const findPassage = database.prepare<[string]>(`SELECT ${passageColumns} FROM passages p WHERE p.id = ?`);
  const passagesOf = database.prepare<[string, string]>(
    `SELECT ${passageColumns} FROM passages p
     WHERE p.document_id = ? AND p.document_version = ? AND p.superseded = 0 ORDER BY p.ordinal`,
  );
  const publishedIds = database
    .prepare<[]>(`SELECT d.id FROM ${current} WHERE d.withdrawn_on IS NULL AND r.status = 'published'`)
    .pluck();

  return {
    put: async (revision, passages) => orStorageFault(() => put(revision, passages)),
    withdraw: async (id) =>
      orStorageFault(() => {
        const { changes } = withdraw.run(clock.now().toISOString().slice(0, 10), id);
        if (changes === 0) throw new Fault('not_found', 'There is no such document.');
      }),
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
      orStorageFault(() => passagesOf.all(id, version).map((row) => toPassage(readPassageRow(row)))),
    publishedPassages,
    publishedIds: async () => orStorageFault(() => new Set(publishedIds.all().map((id) => documentId.parse(id)))),
  };
}
