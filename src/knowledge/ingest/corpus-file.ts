import type { DocumentRevision } from '#domain/document.ts';
import type { Passage } from '#domain/passage.ts';
import type { DocumentWarning } from '#knowledge/hidden/document-warning.ts';

/** One file of the corpus: a document with its passages, or why it is none. */
export type CorpusFile =
  | {
      readonly file: string;
      readonly revision: DocumentRevision;
      readonly passages: readonly Passage[];
      readonly warnings: readonly DocumentWarning[];
    }
  | { readonly file: string; readonly reason: string };

/** Reads the given files and folders one after the other; rejects when one of the paths does not exist. */
export type ReadCorpus = (paths: readonly string[]) => AsyncIterable<CorpusFile>;
