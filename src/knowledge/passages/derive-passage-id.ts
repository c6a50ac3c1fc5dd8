import { createHash } from 'node:crypto';
import type { DocumentId, DocumentVersion, PassageId } from '#domain/ids.ts';
import type { Span } from './span.ts';

const ID_CHARS = 22;

/** The same place in the same version has the same id, on every machine. */
export function derivePassageId(documentId: DocumentId, version: DocumentVersion, { start, end }: Span): PassageId {
  const hash = createHash('sha256').update([documentId, version, start, end].join('\0'));
  return hash.digest('base64url').slice(0, ID_CHARS) as PassageId;
}
