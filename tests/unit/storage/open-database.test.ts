import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { createSqliteStorage } from '#storage/sqlite/create-sqlite-storage.ts';
import { migrate } from '#storage/sqlite/migrate.ts';
import { isAtLeast, openDatabase } from '#storage/sqlite/open-database.ts';
import { asStorageFault, orStorageFault } from '#storage/sqlite/storage-fault.ts';
import { asConversationId, asTurnId, opening } from '../../support/conversation-samples.ts';
import { asDocumentId, idsInForce, putDocument, sampleRevision } from '../../support/document-samples.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const clock = createFakeClock();

function faultOf(work: () => unknown) {
  try {
    work();
  } catch (error) {
    return error;
  }
  return null;
}

describe('opening a database', () => {
  test('makes writes durable, keeps references whole and zeroes what is deleted', () => {
    const database = openDatabase(join(temporaryFolder(), 'citewell.db'));
    const read = (name: string) => database.pragma(name, { simple: true });
    expect(['journal_mode', 'synchronous', 'foreign_keys', 'secure_delete', 'temp_store'].map(read)).toEqual([
      'wal',
      2,
      1,
      1,
      2,
    ]);
    database.close();
  });

  test('lets nobody but its owner read the files', () => {
    const path = join(temporaryFolder(), 'citewell.db');
    const { close } = createSqliteStorage({ path, clock });
    for (const file of [path, `${path}-wal`, `${path}-shm`]) expect(statSync(file).mode & 0o777).toBe(0o600);
    close();
  });

  test('refuses a file that is not a database', () => {
    const path = join(temporaryFolder(), 'citewell.db');
    writeFileSync(path, 'this is a text and no database, however long one makes it'.repeat(100));
    expect(faultOf(() => createSqliteStorage({ path, clock }))).toMatchObject({
      name: 'Fault',
      code: 'storage_unavailable',
      message: 'The database file is not a database.',
    });
    expect(readFileSync(path, 'utf8')).toMatch(/^this is a text/);
  });

  test('refuses a damaged file', () => {
    const path = join(temporaryFolder(), 'citewell.db');
    createSqliteStorage({ path, clock }).close();
    const bytes = readFileSync(path);
    bytes.fill(0x5a, 100, bytes.length);
    writeFileSync(path, bytes);
    expect(faultOf(() => createSqliteStorage({ path, clock }))).toMatchObject({
      code: 'storage_unavailable',
      message: 'The database file is damaged.',
    });
  });

  test('refuses a folder, and a path in a folder that is not there', () => {
    const folder = temporaryFolder();
    for (const path of [folder, join(folder, 'nowhere', 'citewell.db')]) {
      expect(faultOf(() => openDatabase(path))).toMatchObject({ code: 'storage_unavailable' });
    }
  });

  test('says so when another process holds the lock', () => {
    const path = join(temporaryFolder(), 'citewell.db');
    createSqliteStorage({ path, clock }).close();
    const other = new Database(path);
    other.exec('BEGIN EXCLUSIVE');
    expect(faultOf(() => createSqliteStorage({ path, clock }))).toMatchObject({
      code: 'storage_unavailable',
      message: 'The database is locked by another process.',
    });
    other.exec('ROLLBACK');
    other.close();
  });

  test('says so when the database is read-only, full or closed, and keeps the cause', async () => {
    const path = join(temporaryFolder(), 'citewell.db');
    createSqliteStorage({ path, clock }).close();
    const readOnly = new Database(path, { readonly: true });
    const fault = faultOf(() => orStorageFault(() => readOnly.exec('DELETE FROM entries')));
    expect(fault).toMatchObject({ code: 'storage_unavailable', message: 'The database is read-only.' });
    expect((fault as Error).cause).toBeInstanceOf(Database.SqliteError);
    readOnly.close();

    const full = openDatabase(path);
    full.pragma('max_page_count = 1');
    expect(
      faultOf(() => orStorageFault(() => full.exec('CREATE TABLE more AS SELECT zeroblob(1000000)'))),
    ).toMatchObject({ code: 'storage_unavailable', message: 'The disk that holds the database is full.' });
    full.close();

    const closed = createSqliteStorage({ path, clock });
    closed.close();
    await expect(closed.conversations.ping()).rejects.toMatchObject({ code: 'storage_unavailable' });
    await expect(closed.documents.list()).rejects.toMatchObject({ code: 'storage_unavailable' });
  });

  test('never says what was in a stored record that cannot be read', async () => {
    const path = join(temporaryFolder(), 'citewell.db');
    const { conversations, close } = createSqliteStorage({ path, clock });
    await conversations.append(opening(asConversationId('talk'), asTurnId('turn')));
    for (const body of ['{"kind":"turn.started","message":"wordsofapatient"}', '{"wordsofapatient']) {
      const tamper = new Database(path);
      tamper.prepare('UPDATE entries SET body = ? WHERE seq = 2').run(body);
      tamper.close();
      const reason = await conversations.entries(asConversationId('talk')).then(
        () => null,
        (error: unknown) => error,
      );
      expect(reason).toMatchObject({ code: 'internal' });
      expect(String(reason)).not.toContain('wordsofapatient');
    }
    close();
  });

  test('compares SQLite versions by number', () => {
    expect(['3.51.2', '3.9.9', '2.99.99'].map((version) => isAtLeast(version, [3, 51, 3]))).toEqual([
      false,
      false,
      false,
    ]);
    expect(['3.51.3', '3.53.0', '4.0.0'].map((version) => isAtLeast(version, [3, 51, 3]))).toEqual([true, true, true]);
  });

  test('passes a fault on as it is', () => {
    const fault = asStorageFault(new Error('anything'));
    expect(asStorageFault(fault)).toBe(fault);
  });
});

describe('migrating a database', () => {
  test('keeps what is there when it is opened again', async () => {
    const path = join(temporaryFolder(), 'citewell.db');
    const before = createSqliteStorage({ path, clock });
    await putDocument(before.documents, sampleRevision({ id: asDocumentId('guide') }), []);
    before.close();
    const after = createSqliteStorage({ path, clock });
    expect(await idsInForce(after.documents)).toEqual(['guide']);
    after.close();
  });

  test('refuses a database that a newer build has changed', () => {
    const path = join(temporaryFolder(), 'citewell.db');
    createSqliteStorage({ path, clock }).close();
    const newer = openDatabase(path);
    newer.prepare("INSERT INTO migrations VALUES (9999, 'later', '2030-01-01T00:00:00.000Z')").run();
    newer.close();
    expect(faultOf(() => createSqliteStorage({ path, clock }))).toMatchObject({
      code: 'storage_unavailable',
      message: 'The database was written by a newer build; this one would damage it.',
    });
  });

  test('leaves nothing of a migration that fails, and keeps those before it', () => {
    const database = openDatabase(':memory:');
    const failing = [
      { number: 1, name: 'good', sql: 'CREATE TABLE good (id TEXT)' },
      { number: 2, name: 'bad', sql: 'CREATE TABLE half (id TEXT); CREATE TABLE good (id TEXT)' },
    ];
    expect(faultOf(() => migrate(database, clock, failing))).toMatchObject({ code: 'storage_unavailable' });
    const tables = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").pluck().all();
    expect(tables).toEqual(['good', 'migrations']);
    expect(database.prepare('SELECT number FROM migrations').pluck().all()).toEqual([1]);
    database.close();
  });
});
