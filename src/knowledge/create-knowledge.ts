import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Clock, DocumentStore, Embedder, ProcessLock } from '#domain/ports.ts';
import type { EmbeddingCache } from './embedding/embedding-cache.ts';
import { holdLock } from './hold-lock.ts';
import { createIndexInUse } from './indexing/index-in-use.ts';
import { maintainIndex } from './indexing/maintain-index.ts';
import type { IndexIdentity } from './indexing/manifest.ts';
import { createReadinessTracker } from './indexing/readiness-tracker.ts';
import { watchIndex } from './indexing/watch-index.ts';
import type { ReadCorpus } from './ingest/corpus-file.ts';
import { updateDocuments } from './ingest/update-documents.ts';
import type { Knowledge, OnProgress } from './knowledge.ts';
import type { KnowledgeLog } from './knowledge-log.ts';
import { createQueue } from './queue.ts';
import { createRetrieve } from './ranking/create-retrieve.ts';
import type { Correction } from './words/correct-term.ts';
import { type GlossaryNames, readGlossaryPhrases } from './words/glossary-phrases.ts';

export interface KnowledgeDeps {
  readonly store: DocumentStore;
  /** Null searches by words alone. Closed with the knowledge. */
  readonly embedder: Embedder | null;
  /** Closed with the knowledge. */
  readonly embeddingCache: EmbeddingCache;
  /** Held while documents or index are changed: one process at a time. */
  readonly lock: ProcessLock;
  readonly glossary: readonly GlossaryNames[];
  readonly readCorpus: ReadCorpus;
  readonly corpusDir: string;
  readonly dataDir: string;
  readonly clock: Clock;
  readonly log: KnowledgeLog;
}

export interface MaintainedKnowledge extends Knowledge {
  /**
   * Brings the index up to date with the stored documents, if there are any, without reading files. Only building it needs
   * the lock, for which this waits `lockWaitMs` at most (without end when not given). Faults: `state_conflict`.
   */
  refresh(onProgress?: OnProgress, lockWaitMs?: number): Promise<void>;
  /** Looks every second for what other processes changed, until closed; `onSwap` follows each change of the index in use. */
  watch(onSwap: () => void): void;
  /** What words the documents in use hold; null while no index is whole. */
  words(): KnownWords | null;
  /** What made the index in use: recipe, encoder and digest of the documents; null while none is whole. */
  madeBy(): IndexIdentity | null;
}

export interface KnownWords {
  /** Number of passages. */
  readonly size: number;
  /** Number of passages that hold the stem. */
  documentFrequency(stem: string): number;
  /** What an unknown stem was probably meant to be, best first. */
  correct(stem: string): readonly Correction[];
}

/** A search waits so long for an index that another process has saved; then it goes on in the old one. */
const adoptWaitMs = 2_000;

/** Starts without an index: call `refresh` or `ingest` before searching. */
export function createKnowledge(deps: KnowledgeDeps): MaintainedKnowledge {
  const { store, clock, log, lock } = deps;
  const closing = new AbortController();
  const { signal } = closing;
  const { embedder } = deps;
  const indexDir = join(deps.dataDir, 'index');
  const phrases = readGlossaryPhrases(deps.glossary);
  const inUse = createIndexInUse({ store, encoder: embedder?.identity ?? null, phrases, indexDir, log });
  const index = maintainIndex({ store, embedder, cache: deps.embeddingCache, inUse, indexDir, log, signal });
  const retrieve = createRetrieve({ current: upToDate, store, embedder, log });
  const tracker = createReadinessTracker(clock);
  const queue = createQueue();

  async function upToDate() {
    if (!signal.aborted && (await inUse.isOutdated())) {
      const enough = new AbortController();
      const adopted = inUse
        .adopt()
        .catch((error: unknown) => log.warn({ err: error }, 'The saved index could not be read.'))
        .finally(() => enough.abort());
      await Promise.race([adopted, wait(adoptWaitMs, undefined, { signal: enough.signal }).catch(() => undefined)]);
    }
    return inUse.current();
  }

  /** Runs alone, in this process by the queue and among all processes by the lock. */
  function alone<Result>(
    work: (note: OnProgress) => Promise<Result>,
    onProgress: OnProgress = () => undefined,
    lockWaitMs = Number.POSITIVE_INFINITY,
  ): Promise<Result> {
    const note: OnProgress = (progress) => {
      tracker.note(progress);
      onProgress(progress);
    };
    return queue.run(async () => {
      signal.throwIfAborted();
      const onWait = (holder: string | null) => onProgress({ stage: 'waiting', done: 0, total: 0, holder });
      return await holdLock(lock, { waitMs: lockWaitMs, signal, onWait }, () => work(note));
    });
  }

  async function refresh(onProgress?: OnProgress, lockWaitMs?: number): Promise<void> {
    const isWhole = (await inUse.adopt()) === null;
    // An index over nothing would answer that nothing is known, when it only is not read yet.
    if (isWhole || (await store.versionsInForce()).size === 0) return;
    await alone(index.refresh, onProgress, lockWaitMs);
  }

  return {
    search: retrieve,
    documents: {
      list: () => store.list(),
      find: (id, version) => store.find(id, version),
      findPassage: (id) => store.findPassage(id),
    },
    madeBy: () => inUse.current()?.index.identity ?? null,
    words() {
      const searchable = inUse.current();
      if (searchable === null) return null;
      const { words } = searchable.index;
      return {
        size: words.size,
        documentFrequency: words.documentFrequency,
        correct: searchable.expansion.correct,
      };
    },
    refresh,
    watch: (onSwap) =>
      watchIndex({
        inUse,
        isBusy: queue.isBusy,
        rebuild: () => alone(index.refresh, undefined, 0),
        log,
        signal,
        onSwap,
      }),
    ingest(paths, onProgress, lockWaitMs) {
      const isWhole = paths.length === 0;
      const files = deps.readCorpus(isWhole ? [deps.corpusDir] : paths);
      const update = (note: OnProgress) =>
        updateDocuments({ store, inUse, index, clock, log, signal }, files, isWhole, note);
      return alone(update, onProgress, lockWaitMs);
    },
    readiness: () => tracker.readiness(inUse.current()?.index.identity.passages ?? null),
    async close() {
      closing.abort(new Error('Knowledge was closed.'));
      await queue.idle();
      await embedder?.close();
      await deps.embeddingCache.close();
    },
  };
}
