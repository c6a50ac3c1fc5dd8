import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Clock, DocumentStore, Embedder } from '#domain/ports.ts';
import type { EmbeddingCache } from '#knowledge/embedding/embedding-cache.ts';
import type { IngestProgress } from '#knowledge/knowledge.ts';
import type { KnowledgeLog } from '#knowledge/knowledge-log.ts';
import type { GlossaryPhrases } from '#knowledge/words/glossary-phrases.ts';
import { buildIndex } from './build-index.ts';
import { currentPointer } from './generation-files.ts';
import type { KnowledgeIndex } from './knowledge-index.ts';
import { digestCorpus } from './manifest.ts';
import { readCurrentName, readGeneration } from './read-generation.ts';
import { removeOldGenerations } from './remove-old-generations.ts';
import { makeSearchable, type SearchableIndex } from './searchable-index.ts';
import { writeGeneration } from './write-generation.ts';

export interface MaintainIndexDeps {
  readonly store: DocumentStore;
  readonly embedder: Embedder | null;
  readonly cache: EmbeddingCache;
  readonly phrases: GlossaryPhrases;
  readonly indexDir: string;
  readonly clock: Clock;
  readonly log: KnowledgeLog;
  readonly signal: AbortSignal;
}

export interface IndexMaintenance {
  /** The index in use: it stays until the next one is whole. */
  current(): SearchableIndex | null;
  /** Loads what another process has saved since, if it fits; never builds. */
  adopt(): Promise<void>;
  /** Loads the saved index, or builds it when that one is missing, stale, foreign or damaged. */
  refresh(onProgress: (progress: IngestProgress) => void): Promise<void>;
  /** Builds whatever is saved; after documents changed. */
  rebuild(onProgress: (progress: IngestProgress) => void): Promise<void>;
}

/** Documents may change while they are indexed, through another process; then it begins again, so often at most. */
const maxAttempts = 3;

/** Keeps one index in memory and on disk in step with the documents. Calls must not overlap: the caller queues them. */
export function maintainIndex(deps: MaintainIndexDeps): IndexMaintenance {
  const { store, embedder, indexDir, log, signal } = deps;
  let inUse: SearchableIndex | null = null;
  let generation: string | null = null;

  const expected = async () => ({ encoder: embedder?.identity ?? null, corpus: digestCorpus(await store.list()) });

  async function build(encoder: Embedder | null, onProgress: (progress: IngestProgress) => void) {
    for (let attempt = 1; ; attempt += 1) {
      const before = digestCorpus(await store.list());
      try {
        return await buildIndex({
          store,
          embedder: encoder,
          cache: deps.cache,
          signal,
          onProgress: (stage, done, total) => onProgress({ stage, done, total }),
        });
      } catch (error) {
        signal.throwIfAborted();
        if (attempt === maxAttempts || digestCorpus(await store.list()) === before) throw error;
      }
    }
  }

  /** Nothing to search is worse than searching by words: so it is when the encoder fails and no index is in use. */
  async function buildSomething(onProgress: (progress: IngestProgress) => void) {
    try {
      return await build(embedder, onProgress);
    } catch (error) {
      signal.throwIfAborted();
      if (embedder === null || inUse !== null) throw error;
      log.warn({ err: error }, 'The documents could not be embedded: until the next update, words alone are searched.');
      return build(null, onProgress);
    }
  }

  async function save(index: KnowledgeIndex): Promise<void> {
    try {
      generation = await writeGeneration(indexDir, index);
      await removeOldGenerations(indexDir, generation, deps.clock.now());
    } catch (error) {
      log.warn({ err: error }, 'The index could not be saved: it is built again at the next start.');
    }
  }

  /** From here on the saved index is not what the documents would give, even if this process is killed. */
  async function forgetSaved(): Promise<void> {
    try {
      await rm(join(indexDir, currentPointer), { force: true });
    } catch (error) {
      log.warn({ err: error }, 'The saved index could not be removed.');
    }
  }

  async function rebuild(onProgress: (progress: IngestProgress) => void): Promise<void> {
    await forgetSaved();
    const index = await buildSomething(onProgress);
    inUse = makeSearchable(index, deps.phrases);
    const { encoder, passages, pieces } = index.identity;
    log.info({ passages, pieces }, 'The index was built.');
    if (encoder === (embedder?.identity ?? null)) await save(index);
  }

  return {
    current: () => inUse,
    rebuild,
    async adopt() {
      const name = await readCurrentName(indexDir);
      if (name === null || name === generation) return;
      const read = await readGeneration(indexDir, await expected());
      if (read.index === null) return;
      inUse = makeSearchable(read.index, deps.phrases);
      generation = read.name;
      log.info({ generation }, 'The index that another process built is in use.');
    },
    async refresh(onProgress) {
      const wanted = await expected();
      const identity = inUse?.index.identity;
      if (identity !== undefined && identity.corpus === wanted.corpus && identity.encoder === wanted.encoder) return;
      const read = await readGeneration(indexDir, wanted);
      if (read.index === null) {
        log.info({ reason: read.reason }, 'The saved index is not used and a new one is built.');
        return rebuild(onProgress);
      }
      inUse = makeSearchable(read.index, deps.phrases);
      generation = read.name;
    },
  };
}
