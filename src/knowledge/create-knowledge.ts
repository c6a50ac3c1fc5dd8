import { join } from 'node:path';
import type { Clock, DocumentStore, Embedder } from '#domain/ports.ts';
import { cacheQuestions } from './embedding/cache-questions.ts';
import type { EmbeddingCache } from './embedding/embedding-cache.ts';
import { maintainIndex } from './indexing/maintain-index.ts';
import { createReadinessTracker } from './indexing/readiness-tracker.ts';
import type { ReadCorpus } from './ingest/corpus-file.ts';
import { ingestFiles } from './ingest/ingest-files.ts';
import type { IngestProgress, Knowledge } from './knowledge.ts';
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
  readonly glossary: readonly GlossaryNames[];
  readonly readCorpus: ReadCorpus;
  readonly corpusDir: string;
  readonly dataDir: string;
  readonly clock: Clock;
  readonly log: KnowledgeLog;
}

export interface MaintainedKnowledge extends Knowledge {
  /** Brings the index up to date with the stored documents, without reading files. */
  refresh(onProgress?: (progress: IngestProgress) => void): Promise<void>;
  /** What words the documents in use hold; null while no index is whole. */
  words(): KnownWords | null;
}

export interface KnownWords {
  /** Number of passages. */
  readonly size: number;
  /** Number of passages that hold the stem. */
  documentFrequency(stem: string): number;
  /** What an unknown stem was probably meant to be, best first. */
  correct(stem: string): readonly Correction[];
}

/** Questions whose vectors are remembered: two kilobytes each. */
const rememberedQuestions = 1_000;

/** How often a search looks whether another process has saved a newer index. */
const adoptEveryMs = 2_000;

/** Starts without an index: call `refresh` or `ingest` before searching. */
export function createKnowledge(deps: KnowledgeDeps): MaintainedKnowledge {
  const { store, clock, log } = deps;
  const closing = new AbortController();
  const embedder = deps.embedder === null ? null : cacheQuestions(deps.embedder, rememberedQuestions);
  const index = maintainIndex({
    store,
    embedder,
    cache: deps.embeddingCache,
    phrases: readGlossaryPhrases(deps.glossary),
    indexDir: join(deps.dataDir, 'index'),
    clock,
    log,
    signal: closing.signal,
  });
  const retrieve = createRetrieve({ current: index.current, store, embedder, log });
  const tracker = createReadinessTracker(clock);
  const queue = createQueue();
  let lastLook = Number.NEGATIVE_INFINITY;

  function adoptSometimes(): void {
    const now = clock.now().getTime();
    if (now - lastLook < adoptEveryMs || closing.signal.aborted || queue.isBusy()) return;
    lastLook = now;
    queue.run(index.adopt).catch((error: unknown) => log.warn({ err: error }, 'A newer index could not be read.'));
  }

  function tracked(onProgress: ((progress: IngestProgress) => void) | undefined) {
    return (progress: IngestProgress) => {
      tracker.note(progress);
      onProgress?.(progress);
    };
  }

  return {
    search(query, options) {
      adoptSometimes();
      return retrieve(query, options);
    },
    documents: {
      list: () => store.list(),
      find: (id, version) => store.find(id, version),
      findPassage: (id) => store.findPassage(id),
    },
    words() {
      const searchable = index.current();
      if (searchable === null) return null;
      const { words } = searchable.index;
      return {
        size: words.size,
        documentFrequency: words.documentFrequency,
        correct: searchable.expansion.correct,
      };
    },
    refresh: (onProgress) =>
      queue.run(async () => {
        closing.signal.throwIfAborted();
        await index.refresh(tracked(onProgress));
      }),
    ingest: (paths, onProgress) =>
      queue.run(async () => {
        closing.signal.throwIfAborted();
        const note = tracked(onProgress);
        const isWhole = paths.length === 0;
        const files = deps.readCorpus(isWhole ? [deps.corpusDir] : paths);
        const report = await ingestFiles(files, isWhole, {
          store,
          onFile: (done) => {
            closing.signal.throwIfAborted();
            note({ stage: 'reading', done, total: done });
          },
        });
        const changed = report.added + report.updated + report.withdrawn > 0;
        await (changed ? index.rebuild(note) : index.refresh(note));
        return report;
      }),
    readiness: () => tracker.readiness(index.current()?.index.identity.passages ?? null),
    async close() {
      closing.abort(new Error('Knowledge was closed.'));
      await queue.idle();
      await embedder?.close();
      await deps.embeddingCache.close();
    },
  };
}
