import type { DocumentId } from '#domain/ids.ts';
import type { DocumentStore } from '#domain/ports.ts';
import type { IngestFailure, IngestReport } from '#knowledge/knowledge.ts';
import type { CorpusFile } from './corpus-file.ts';

export interface IngestFilesDeps {
  readonly store: DocumentStore;
  readonly onFile: (done: number) => void;
}

/**
 * Puts documents into the store, one file after the other; of two files with one id the second is refused. With `isWhole`, documents whose file is gone are withdrawn; not so while some file could not be read,
 * because it may be theirs: the report then says so.
 */
export async function ingestFiles(
  files: AsyncIterable<CorpusFile>,
  isWhole: boolean,
  { store, onFile }: IngestFilesDeps,
): Promise<IngestReport> {
  const failures: IngestFailure[] = [];
  const fileOf = new Map<DocumentId, string>();
  const counts = { added: 0, updated: 0, unchanged: 0, withdrawn: 0 };
  let unread = 0;
  let done = 0;
  for await (const item of files) {
    if ('reason' in item) {
      failures.push({ file: item.file, reason: item.reason });
      unread += 1;
    } else {
      const { file, revision, passages } = item;
      const other = fileOf.get(revision.id);
      if (other === undefined) {
        fileOf.set(revision.id, file);
        counts[await store.put(revision, passages)] += 1;
      } else {
        failures.push({ file, reason: `its id "${revision.id}" is that of ${other} too` });
      }
    }
    done += 1;
    onFile(done);
  }
  if (isWhole) {
    const gone = (await store.list()).filter(({ id, withdrawnOn }) => withdrawnOn === null && !fileOf.has(id));
    if (unread === 0) {
      for (const { id } of gone) await store.withdraw(id);
      counts.withdrawn = gone.length;
    } else {
      for (const { id } of gone) {
        failures.push({ file: id, reason: 'not withdrawn though no file holds it: some files could not be read' });
      }
    }
  }
  return { ...counts, failures };
}
