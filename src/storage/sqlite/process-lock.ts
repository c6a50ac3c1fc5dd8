import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { pid } from 'node:process';
import Database from 'better-sqlite3';
import { z } from 'zod';
import type { Clock, ProcessLock } from '#domain/ports.ts';
import { createPrivateFile } from './open-database.ts';
import { asStorageFault } from './storage-fault.ts';

const holderSchema = z.object({ pid: z.int(), since: z.string() });

/**
 * A lock on the file `path`, by an exclusive transaction that writes nothing: SQLite holds it as an advisory lock of the
 * operating system, which the kernel frees when the process ends, also by SIGKILL. Who holds it stands in a file beside
 * it, which is never believed. Both files are on a local disk: network file systems do not keep such locks reliably.
 */
export function createProcessLock({ path, clock }: { path: string; clock: Clock }): ProcessLock {
  const holderFile = `${path}.holder`;

  return {
    tryAcquire() {
      let database: Database.Database | undefined;
      try {
        // Not when it is there: closing any handle on it frees the lock that this process may hold.
        if (!existsSync(path)) createPrivateFile(path);
        database = new Database(path, { timeout: 0 });
        database.exec('BEGIN EXCLUSIVE');
        writeFileSync(holderFile, JSON.stringify({ pid, since: clock.now().toISOString() }), {
          mode: 0o600,
        });
      } catch (error) {
        database?.close();
        if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) return null;
        throw asStorageFault(error);
      }
      const held = database;
      return () => {
        if (!held.open) return;
        rmSync(holderFile, { force: true });
        held.close();
      };
    },
    holder() {
      try {
        const held = holderSchema.parse(JSON.parse(readFileSync(holderFile, 'utf8')));
        return `process ${held.pid}, since ${held.since}`;
      } catch {
        return null;
      }
    },
  };
}
