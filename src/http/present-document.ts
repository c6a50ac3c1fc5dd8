import type { DocumentMetadata } from '#domain/document.ts';
import type { DocumentVersion } from '#domain/ids.ts';
import type { WireDocumentSummary } from '#wire/document.ts';

/** `today` is `YYYY-MM-DD`, UTC. */
export function presentDocument(
  document: DocumentMetadata & { readonly version: DocumentVersion },
  today: string,
): WireDocumentSummary {
  const { id, version, title, kind, topic, url, source, reviewedBy, reviewedOn, reviewBy, language, status } = document;
  const overdue = reviewBy !== null && reviewBy < today;
  return {
    documentId: id,
    version,
    title,
    kind,
    topic,
    url,
    source,
    reviewedBy,
    reviewedOn,
    reviewBy,
    overdue,
    language,
    status,
  };
}
