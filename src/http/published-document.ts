import type { DocumentRevision } from '#domain/document.ts';
import { Fault } from '#domain/fault.ts';
import type { DocumentId, DocumentVersion } from '#domain/ids.ts';
import type { DocumentSummary } from '#domain/ports.ts';
import type { Knowledge } from '#knowledge/knowledge.ts';

type Found = DocumentRevision & DocumentSummary;

/**
 * A document anyone may read, in the given version or the current one. What decides is its current state: once withdrawn,
 * no version of it is served. Faults: `not_found` (also for a draft), `withdrawn`.
 */
export async function requirePublished(
  documents: Knowledge['documents'],
  id: DocumentId,
  version?: DocumentVersion,
): Promise<Found> {
  const current = refuseUnpublished(await documents.find(id));
  if (version === undefined || version === current.version) return current;
  return refuseUnpublished(await documents.find(id, version));
}

function refuseUnpublished(found: Found | null): Found {
  if (found === null || found.status === 'draft') {
    throw new Fault('not_found', 'No such published document');
  }
  const { title, status, withdrawnOn } = found;
  if (status === 'withdrawn' || withdrawnOn !== null) {
    throw new Fault('withdrawn', 'The document was withdrawn', {
      details: { withdrawn: { title, withdrawnOn, successor: null } },
    });
  }
  return found;
}
