import { setImmediate } from 'node:timers/promises';
import type { DocumentStore, StagedDocument } from '#domain/ports.ts';
import type { IngestFailure, IngestReport } from '#knowledge/knowledge.ts';
import type { CorpusFile } from './corpus-file.ts';
import { createWarningList } from './create-warning-list.ts';

export interface StageFilesDeps {
  readonly store: Pick<DocumentStore, 'stage' | 'notStaged' | 'stageWithdrawals'>;
  readonly onFile: (done: number) => void;
}

/** What is written in one transaction, which costs a wait for the disk. */
const batchLimits = { documents: 64, chars: 4_000_000 } as const;

/**
 * Stages documents, so many files at a time; of two files with one id the second is refused. With `isWhole`, documents
 * whose file is gone are staged as withdrawn; not so while some file could not be read, because it may be theirs: the
 * report then says so.
 */
export async function stageFiles(
  files: AsyncIterable<CorpusFile>,
  isWhole: boolean,
  { store, onFile }: StageFilesDeps,
): Promise<IngestReport> {
  const failures: IngestFailure[] = [];
  const warnings = createWarningList();
  const counts = { added: 0, updated: 0, unchanged: 0, withdrawn: 0 };
  let batch: StagedDocument[] = [];
  let chars = 0;
  let unread = 0;
  let done = 0;

  async function flush(): Promise<void> {
    for (const [at, staged] of (await store.stage(batch)).entries()) {
      if (staged.kind !== 'duplicate') counts[staged.kind] += 1;
      else {
        const { file = '', revision } = batch[at] ?? {};
        failures.push({ file, reason: `its id "${revision?.id}" is that of ${staged.file} too` });
      }
    }
    batch = [];
    chars = 0;
    await setImmediate();
  }

  for await (const item of files) {
    if ('reason' in item) {
      failures.push(item);
      unread += 1;
    } else {
      batch.push(item);
      warnings.add(item.file, item.warnings);
      chars += item.revision.text.length;
    }
    if (batch.length === batchLimits.documents || chars >= batchLimits.chars) await flush();
    done += 1;
    onFile(done);
  }
  await flush();
  if (isWhole) {
    const gone = await store.notStaged();
    if (unread === 0) {
      await store.stageWithdrawals(gone);
      counts.withdrawn = gone.length;
    } else {
      for (const id of gone) {
        failures.push({ file: id, reason: 'not withdrawn though no file holds it: some files could not be read' });
      }
    }
  }
  return { ...counts, failures, warnings: warnings.list() };
}
