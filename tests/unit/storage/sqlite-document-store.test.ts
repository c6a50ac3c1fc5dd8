import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { createSqliteStorage } from '#storage/sqlite/create-sqlite-storage.ts';
import { documentStoreContract } from '../../contract/document-store-contract.ts';
import { stagingContract } from '../../contract/staging-contract.ts';
import { asDocumentId, putDocument, samplePassages, sampleRevision } from '../../support/document-samples.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

documentStoreContract('SQLite', (clock) => createSqliteStorage({ path: ':memory:', clock }).documents);
stagingContract('SQLite', (clock) => createSqliteStorage({ path: ':memory:', clock }).documents);

test('SQLite takes documents of a build that did not note their split for what they are', async () => {
  const path = join(temporaryFolder(), 'citewell.db');
  const { documents, close } = createSqliteStorage({ path, clock: createFakeClock() });
  const revision = sampleRevision({ id: asDocumentId('guide') });
  await putDocument(documents, revision, samplePassages(revision));
  const raw = new Database(path);
  raw.exec(`UPDATE documents SET split = ''; UPDATE corpus SET revision = 9, digest = NULL`);
  raw.close();
  expect(await putDocument(documents, revision, samplePassages(revision))).toBe('unchanged');
  expect(await putDocument(documents, revision, samplePassages(revision, 3))).toBe('updated');
  close();
});
