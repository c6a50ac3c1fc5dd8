import { ZodError } from 'zod';
import { Fault } from '#domain/fault.ts';

const messages: ReadonlyArray<readonly [prefix: string, message: string]> = [
  ['SQLITE_BUSY', 'The database is locked by another process.'],
  ['SQLITE_LOCKED', 'The database is locked by another process.'],
  ['SQLITE_READONLY', 'The database is read-only.'],
  ['SQLITE_FULL', 'The disk that holds the database is full.'],
  ['SQLITE_NOTADB', 'The database file is not a database.'],
  ['SQLITE_CORRUPT', 'The database file is damaged.'],
  ['SQLITE_CANTOPEN', 'The database file cannot be opened.'],
  ['SQLITE_IOERR', 'The database file cannot be read or written.'],
  ['ENOSPC', 'The disk that holds the database is full.'],
  ['EROFS', 'The database is read-only.'],
  ['EACCES', 'The database file cannot be opened.'],
];

/** Every failure of the database becomes a `Fault` here; its cause is kept, its message is fixed text. */
export function asStorageFault(error: unknown): Fault {
  if (error instanceof Fault) return error;
  if (error instanceof ZodError || error instanceof SyntaxError) {
    return new Fault('internal', 'A stored record does not have the shape it was written with.', { cause: error });
  }
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const known = messages.find(([prefix]) => code.startsWith(prefix));
  return new Fault('storage_unavailable', known?.[1] ?? 'The database cannot be used.', { cause: error });
}

export function orStorageFault<Result>(work: () => Result): Result {
  try {
    return work();
  } catch (error) {
    throw asStorageFault(error);
  }
}
