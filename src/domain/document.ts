import type { DocumentId, DocumentVersion } from './ids.ts';

export type DocumentStatus = 'draft' | 'published' | 'withdrawn';

/** What a document says about itself. Null where the source does not say. Dates are ISO `YYYY-MM-DD`. */
export interface DocumentMetadata {
  readonly id: DocumentId;
  readonly title: string;
  readonly kind: string | null;
  readonly topic: string | null;
  readonly url: string | null;
  readonly source: string | null;
  readonly reviewedBy: string | null;
  readonly reviewedOn: string | null;
  /** Past this date the document is still retrieved, and every citation of it is marked overdue. */
  readonly reviewBy: string | null;
  readonly language: string | null;
  readonly status: DocumentStatus;
}

/** One immutable version of one document. `text` is NFC, LF, without front matter; offsets are UTF-16 code units. */
export interface DocumentRevision extends DocumentMetadata {
  readonly version: DocumentVersion;
  readonly text: string;
}
