import { join } from 'node:path';
import { Fault } from '#domain/fault.ts';
import type { Clock, ProcessLock } from '#domain/ports.ts';
import { createSqliteStorage, type SqliteStorage } from './create-sqlite-storage.ts';
import { createSqliteEmbeddingCache, type SqliteEmbeddingCache } from './embedding-cache.ts';
import { createProcessLock } from './process-lock.ts';

export interface DataFilesOptions {
  readonly dataDir: string;
  /** A `file:` or `sqlite:` address; a file in `dataDir` when not given. */
  readonly databaseUrl: string | undefined;
  readonly clock: Clock;
}

export interface DataFiles {
  /** Where the database is, for a message. */
  readonly database: string;
  readonly storage: SqliteStorage;
  readonly embeddingCache: SqliteEmbeddingCache;
  readonly writerLock: ProcessLock;
  readonly serverLock: ProcessLock;
}

/**
 * The database with what stands beside it: locks, because it is what two processes must not change at once. A file that
 * cannot be used is named: that is what has to be put right. Faults: `storage_unavailable`.
 */
export function openDataFiles({ dataDir, databaseUrl, clock }: DataFilesOptions): DataFiles {
  const database = databaseUrl?.replace(/^(file|sqlite):(\/\/)?/u, '') ?? join(dataDir, 'citewell.db');
  const lockBase = database === ':memory:' ? join(dataDir, 'memory') : database;
  return {
    database,
    storage: openStorage(database, clock),
    embeddingCache: createSqliteEmbeddingCache(join(dataDir, 'embeddings.db')),
    writerLock: createProcessLock({ path: `${lockBase}.writer-lock`, clock }),
    serverLock: createProcessLock({ path: `${lockBase}.server-lock`, clock }),
  };
}

function openStorage(path: string, clock: Clock): SqliteStorage {
  try {
    return createSqliteStorage({ path, clock });
  } catch (error) {
    if (error instanceof Fault) throw new Fault(error.code, `${path}: ${error.message}`, { cause: error });
    throw error;
  }
}
