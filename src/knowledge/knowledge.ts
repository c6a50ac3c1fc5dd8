import type { DocumentRevision } from '#domain/document.ts';
import type { DocumentId, DocumentVersion, PassageId } from '#domain/ids.ts';
import type { Passage, RetrievedPassage } from '#domain/passage.ts';
import type { DocumentSummary } from '#domain/ports.ts';

export interface Readiness {
  readonly ready: boolean;
  /** Passages embedded and indexed, of all there are. */
  readonly done: number;
  readonly total: number;
  readonly etaSeconds: number | null;
}

export interface SearchOptions {
  readonly k: number;
  readonly signal?: AbortSignal;
}

export interface IngestFailure {
  readonly file: string;
  readonly reason: string;
}

export interface IngestReport {
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly withdrawn: number;
  readonly failures: readonly IngestFailure[];
  /** What somebody has to look at though nothing failed. Of files in number limited; the last says how many more there are. */
  readonly warnings: readonly IngestFailure[];
}

export interface IngestProgress {
  readonly stage: 'waiting' | 'reading' | 'embedding' | 'indexing';
  readonly done: number;
  readonly total: number;
  /** While waiting: the process that updates the documents, where that is known. */
  readonly holder?: string | null;
}

export type OnProgress = (progress: IngestProgress) => void;

/** Documents, passages and how they are found. */
export interface Knowledge {
  /** Best first. Faults: `not_ready` while no index is whole. */
  search(query: string, options: SearchOptions): Promise<readonly RetrievedPassage[]>;
  readonly documents: {
    list(): Promise<readonly DocumentSummary[]>;
    find(id: DocumentId, version?: DocumentVersion): Promise<(DocumentRevision & DocumentSummary) | null>;
    findPassage(id: PassageId): Promise<Passage | null>;
  };
  /**
   * Brings store and index up to date with the given files and folders, or with the whole corpus folder when none is
   * given (documents whose file is gone are then withdrawn). A file that fails is reported; the rest go in, all at once.
   * While another process does the same, this waits `lockWaitMs` at most (without end when not given). Faults:
   * `state_conflict` when that was too short, `storage_unavailable`; nothing but withdrawals has changed then.
   */
  ingest(paths: readonly string[], onProgress?: OnProgress, lockWaitMs?: number): Promise<IngestReport>;
  readiness(): Readiness;
  close(): Promise<void>;
}
