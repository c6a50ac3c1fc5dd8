import { Fault } from '#domain/fault.ts';

const messages: Readonly<Record<string, string>> = {
  ENOSPC: 'The disk that holds the index is full.',
  EDQUOT: 'The disk that holds the index is full.',
  EROFS: 'The folder of the index is read-only.',
  EACCES: 'The folder of the index cannot be written to.',
  EPERM: 'The folder of the index cannot be written to.',
};

/** A failure to write becomes a fault with fixed words; its cause is kept. */
export function asFileFault(error: unknown): Fault {
  if (error instanceof Fault) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return new Fault('storage_unavailable', messages[code] ?? 'The index could not be saved.', { cause: error });
}
