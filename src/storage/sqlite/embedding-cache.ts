import { rmSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { z } from 'zod';
import { openDatabase } from './open-database.ts';
import { orStorageFault } from './storage-fault.ts';

/** Vectors by encoder and key of the text, in a database of their own: deleting the file costs time only. */
export interface SqliteEmbeddingCache {
  getMany(encoder: string, keys: readonly string[]): Promise<ReadonlyArray<Float32Array | null>>;
  putMany(
    encoder: string,
    entries: ReadonlyArray<{ readonly key: string; readonly vector: Float32Array }>,
  ): Promise<void>;
  close(): Promise<void>;
}

const blob = z.instanceof(Uint8Array).refine((bytes) => bytes.length % 4 === 0);

/** Opens `path`, or a private one for `:memory:`. A file that is no database any more is replaced. */
export function createSqliteEmbeddingCache(path: string): SqliteEmbeddingCache {
  const database = openOrReplace(path);
  const find = database
    .prepare<[string, string]>('SELECT vector FROM embeddings WHERE encoder = ? AND key = ?')
    .pluck();
  const keep = database.prepare<[string, string, Buffer]>(
    'INSERT INTO embeddings (encoder, key, vector) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET vector = excluded.vector',
  );
  const keepAll = database.transaction(
    (encoder: string, entries: ReadonlyArray<{ readonly key: string; readonly vector: Float32Array }>) => {
      for (const { key, vector } of entries) {
        keep.run(encoder, key, Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength));
      }
    },
  ).immediate;

  return {
    getMany: async (encoder, keys) => orStorageFault(() => keys.map((key) => toVector(find.get(encoder, key)))),
    putMany: async (encoder, entries) => orStorageFault(() => keepAll(encoder, entries)),
    close: async () => {
      database.close();
    },
  };
}

function toVector(value: unknown): Float32Array | null {
  const bytes = blob.safeParse(value);
  if (!bytes.success) return null;
  const vector = new Float32Array(bytes.data.length / 4);
  new Uint8Array(vector.buffer).set(bytes.data);
  return vector;
}

function openOrReplace(path: string): Database.Database {
  try {
    return openWithTable(path);
  } catch (error) {
    if (!isDamaged(error)) throw error;
    for (const file of [path, `${path}-wal`, `${path}-shm`]) rmSync(file, { force: true });
    return openWithTable(path);
  }
}

function openWithTable(path: string): Database.Database {
  const database = openDatabase(path);
  try {
    database.exec(
      `CREATE TABLE IF NOT EXISTS embeddings (
         encoder TEXT NOT NULL,
         key TEXT NOT NULL,
         vector BLOB NOT NULL,
         PRIMARY KEY (encoder, key)
       ) STRICT`,
    );
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function isDamaged(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause) {
    if ('code' in at && (at.code === 'SQLITE_NOTADB' || String(at.code).startsWith('SQLITE_CORRUPT'))) return true;
  }
  return false;
}
