import type { Clock, DocumentStore } from '#domain/ports.ts';
import type { IndexInUse } from '#knowledge/indexing/index-in-use.ts';
import type { IndexMaintenance } from '#knowledge/indexing/maintain-index.ts';
import type { IngestReport, OnProgress } from '#knowledge/knowledge.ts';
import type { KnowledgeLog } from '#knowledge/knowledge-log.ts';
import type { CorpusFile } from './corpus-file.ts';
import { stageFiles } from './stage-files.ts';

export interface UpdateDocumentsDeps {
  readonly store: DocumentStore;
  readonly inUse: IndexInUse;
  readonly index: IndexMaintenance;
  readonly clock: Clock;
  readonly log: KnowledgeLog;
  readonly signal: AbortSignal;
}

/** What is withdrawn does not wait longer for the rest to be embedded. */
const withdrawalsWaitMs = 30_000;

/**
 * Brings documents and index from one state to the next: all is staged, its index is made and saved, then one transaction
 * puts the documents into force. Stopped before it, the old state holds, with its index; after it, the new one with its
 * own. Only withdrawals may come into force alone, earlier: when the index takes long or cannot be made.
 */
export async function updateDocuments(
  deps: UpdateDocumentsDeps,
  files: AsyncIterable<CorpusFile>,
  isWhole: boolean,
  onProgress: OnProgress,
): Promise<IngestReport> {
  const { store, inUse, index, clock, signal } = deps;
  await store.discardStaged();
  const report = await stageFiles(files, isWhole, {
    store,
    onFile: (done) => {
      signal.throwIfAborted();
      onProgress({ stage: 'reading', done, total: done });
    },
  });
  const digest = await store.upcomingDigest();
  if (digest === (await store.corpus()).digest && (await inUse.adopt()) === null) {
    await store.publish(digest);
    return report;
  }
  const dueAt = clock.now().getTime() + withdrawalsWaitMs;
  let early: Promise<void> | null = null;
  try {
    const prepared = await index.prepare((progress) => {
      onProgress(progress);
      if (clock.now().getTime() >= dueAt) early ??= withdrawAlone(deps);
    });
    await early;
    await store.publish(prepared.index.identity.corpus);
    await index.commit(prepared);
  } catch (error) {
    if (!signal.aborted) await withdrawAlone(deps);
    throw error;
  }
  return report;
}

/** What cannot be withdrawn now is so with the rest, or with the next update. */
async function withdrawAlone({ store, log }: UpdateDocumentsDeps): Promise<void> {
  try {
    const count = await store.publishWithdrawals();
    if (count > 0) log.info({ count }, 'Documents were withdrawn before the rest of the update.');
  } catch (error) {
    log.warn({ err: error }, 'Documents could not be withdrawn before the rest of the update.');
  }
}
