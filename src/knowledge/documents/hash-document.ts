import { createHash } from 'node:crypto';
import type { DocumentMetadata } from '#domain/document.ts';
import type { DocumentVersion } from '#domain/ids.ts';

/** SHA-256 over the metadata as JSON with sorted keys, a NUL, and the text. */
export function hashDocument(metadata: DocumentMetadata, text: string): DocumentVersion {
  const sorted = Object.entries(metadata).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const hash = createHash('sha256').update(JSON.stringify(Object.fromEntries(sorted)));
  return hash.update('\0').update(text).digest('hex') as DocumentVersion;
}
