import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { DocumentSummary } from '#domain/ports.ts';

/** Raised whenever the same documents would give other files: pieces, terms, columns, graph. */
export const indexFormat = 2;

/** What made an index, and what its files must be to be read. */
export const manifestSchema = z.strictObject({
  format: z.int(),
  encoder: z.string().nullable(),
  dimensions: z.int().positive().nullable(),
  passages: z.int().nonnegative(),
  pieces: z.int().nonnegative(),
  /** Of the ids and versions of the published documents. */
  corpus: z.string(),
  files: z.record(z.string(), z.strictObject({ bytes: z.int(), sha256: z.string() })),
});

export type Manifest = z.infer<typeof manifestSchema>;

/** One digest for the documents that may be retrieved, whatever their order. */
export function digestCorpus(documents: readonly DocumentSummary[]): string {
  const lines = documents
    .filter((document) => document.status === 'published' && document.withdrawnOn === null)
    .map((document) => `${document.id}\n${document.version}\n`)
    .sort();
  const hash = createHash('sha256');
  for (const line of lines) hash.update(line);
  return hash.digest('hex');
}
