import type Database from 'better-sqlite3';
import { Fault } from '#domain/fault.ts';
import type { Clock } from '#domain/ports.ts';
import { documents } from './migrations/0001-documents.ts';
import { conversations } from './migrations/0002-conversations.ts';
import { staging } from './migrations/0003-staging.ts';
import { review } from './migrations/0004-review.ts';
import type { Migration } from './migrations/migration.ts';
import { orStorageFault } from './storage-fault.ts';

const shipped: readonly Migration[] = [documents, conversations, staging, review];

/**
 * Brings the schema up to date, each migration in a transaction of its own. A database that a newer build has already
 * changed is refused: this build would not know what it must keep.
 */
export function migrate(database: Database.Database, clock: Clock, migrations = shipped): void {
  orStorageFault(() => {
    database.exec(
      'CREATE TABLE IF NOT EXISTS migrations (number INTEGER PRIMARY KEY, name TEXT NOT NULL, applied_at TEXT NOT NULL)',
    );
    refuseNewer(database, migrations);
    for (const migration of migrations) database.transaction(() => apply(database, clock, migration)).immediate();
  });
}

/** Looks again inside the transaction: another process may be starting on the same file. */
function apply(database: Database.Database, clock: Clock, { number, name, sql }: Migration): void {
  if (database.prepare('SELECT 1 FROM migrations WHERE number = ?').get(number) !== undefined) return;
  database.exec(sql);
  database
    .prepare('INSERT INTO migrations (number, name, applied_at) VALUES (?, ?, ?)')
    .run(number, name, clock.now().toISOString());
}

function refuseNewer(database: Database.Database, migrations: readonly Migration[]): void {
  const reached = Number(database.prepare('SELECT coalesce(max(number), 0) FROM migrations').pluck().get());
  if (reached > (migrations.at(-1)?.number ?? 0)) {
    throw new Fault('storage_unavailable', 'The database was written by a newer build; this one would damage it.');
  }
}
