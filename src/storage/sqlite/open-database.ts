import { closeSync, openSync } from 'node:fs';
import Database from 'better-sqlite3';
import { Fault } from '#domain/fault.ts';
import { asStorageFault } from './storage-fault.ts';

/** Older ones can lose committed pages when a WAL is reset (https://sqlite.org/wal.html#walresetbug). */
const oldestSqlite = [3, 51, 3] as const;

/** Waiting for a lock blocks the whole process, so it is short. */
const lockWaitMs = 2_000;

/** Opens `path`, or a private database for `:memory:`. An acknowledged write has reached the disk. */
export function openDatabase(path: string): Database.Database {
  let database: Database.Database | undefined;
  try {
    if (path !== ':memory:') createPrivateFile(path);
    database = new Database(path, { timeout: lockWaitMs });
    refuseOldSqlite(database);
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
    database.pragma('foreign_keys = ON');
    database.pragma('secure_delete = ON');
    // Sorted or copied rows hold patients' words: they stay out of temporary files.
    database.pragma('temp_store = MEMORY');
    // Finishes an erasure that a stopped process had committed but not yet carried into the main file.
    database.pragma('wal_checkpoint(TRUNCATE)');
    return database;
  } catch (error) {
    database?.close();
    throw asStorageFault(error);
  }
}

/** Readable by its owner only; SQLite gives its WAL and shared-memory files the same mode. */
export function createPrivateFile(path: string): void {
  closeSync(openSync(path, 'a', 0o600));
}

function refuseOldSqlite(database: Database.Database): void {
  const version = String(database.prepare('SELECT sqlite_version()').pluck().get());
  if (!isAtLeast(version, oldestSqlite)) {
    throw new Fault('storage_unavailable', `SQLite ${oldestSqlite.join('.')} or newer is needed.`);
  }
}

export function isAtLeast(version: string, oldest: readonly number[]): boolean {
  const parts = version.split('.').map(Number);
  for (const [index, wanted] of oldest.entries()) {
    const part = parts[index] ?? 0;
    if (part !== wanted) return part > wanted;
  }
  return true;
}
