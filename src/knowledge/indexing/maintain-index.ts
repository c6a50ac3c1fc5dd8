import type { DocumentStore, Embedder } from '#domain/ports.ts';
import type { EmbeddingCache } from '#knowledge/embedding/embedding-cache.ts';
import type { OnProgress } from '#knowledge/knowledge.ts';
import type { KnowledgeLog } from '#knowledge/knowledge-log.ts';
import { buildIndex } from './build-index.ts';
import type { IndexInUse } from './index-in-use.ts';
import type { KnowledgeIndex } from './knowledge-index.ts';
import { readGeneration } from './read-generation.ts';
import { removeOldGenerations } from './remove-old-generations.ts';
import { writeGeneration } from './write-generation.ts';

export interface MaintainIndexDeps {
  readonly store: DocumentStore;
  readonly embedder: Embedder | null;
  readonly cache: EmbeddingCache;
  readonly inUse: IndexInUse;
  readonly indexDir: string;
  readonly log: KnowledgeLog;
  readonly signal: AbortSignal;
}

/** An index of what will be in force, and whether it lies on the disk. */
export interface PreparedIndex {
  readonly index: KnowledgeIndex;
  /** Null when it is in memory alone. */
  readonly generation: string | null;
}

export interface IndexMaintenance {
  /** Makes or finds the index of what is staged, and saves it. Rejects when it cannot be saved. */
  prepare(onProgress: OnProgress): Promise<PreparedIndex>;
  /** Takes a prepared index into use, once its documents are in force, and drops the others. */
  commit(prepared: PreparedIndex): Promise<void>;
  /** Loads the saved index of what is in force, or builds it when that one is missing, stale, foreign or damaged. */
  refresh(onProgress: OnProgress): Promise<void>;
}

/** A document may be withdrawn while they are indexed; then it begins again, so often at most. */
const maxAttempts = 3;

/** Makes indexes and saves them. One process at a time, holding the writer's lock, and one call at a time. */
export function maintainIndex(deps: MaintainIndexDeps): IndexMaintenance {
  const { store, embedder, inUse, indexDir, log, signal } = deps;

  async function build(encoder: Embedder | null, onProgress: OnProgress): Promise<KnowledgeIndex> {
    for (let attempt = 1; ; attempt += 1) {
      const before = await store.upcomingDigest();
      try {
        const index = await buildIndex({
          store,
          embedder: encoder,
          cache: deps.cache,
          signal,
          onProgress: (stage, done, total) => onProgress({ stage, done, total }),
        });
        if ((await store.upcomingDigest()) === before) return index;
        if (attempt === maxAttempts) throw new Error('The documents changed while they were indexed.');
      } catch (error) {
        signal.throwIfAborted();
        if (attempt === maxAttempts || (await store.upcomingDigest()) === before) throw error;
      }
    }
  }

  /** Nothing to search is worse than searching by words: so it is when the encoder fails and there is no other index. */
  async function buildSomething(onProgress: OnProgress): Promise<KnowledgeIndex> {
    try {
      return await build(embedder, onProgress);
    } catch (error) {
      signal.throwIfAborted();
      if (embedder === null) throw error;
      if (inUse.current() === null) await inUse.adopt();
      if (inUse.current() !== null) throw error;
      log.warn({ err: error }, 'The documents could not be embedded: until the next update, words alone are searched.');
      return build(null, onProgress);
    }
  }

  /** What is left behind now goes with the next update. */
  async function sweep(keep: string): Promise<void> {
    try {
      await removeOldGenerations(indexDir, keep);
    } catch (error) {
      log.warn({ err: error }, 'Indexes that are not used any more could not be removed.');
    }
  }

  const isWanted = ({ identity }: KnowledgeIndex) => identity.encoder === (embedder?.identity ?? null);

  return {
    async prepare(onProgress) {
      // There already when a process was stopped between saving it and putting its documents into force.
      const saved = await readGeneration(indexDir, inUse.keyOf(await store.upcomingDigest()));
      if (saved.index !== null) return { index: saved.index, generation: saved.name };
      log.info({ reason: saved.reason }, 'A new index is built.');
      const index = await buildSomething(onProgress);
      return { index, generation: isWanted(index) ? await writeGeneration(indexDir, index) : null };
    },
    async commit({ index, generation }) {
      inUse.use(index, await store.corpusRevision());
      log.info({ passages: index.identity.passages, pieces: index.identity.pieces }, 'A new index is in use.');
      if (generation !== null) await sweep(generation);
    },
    async refresh(onProgress) {
      const reason = await inUse.adopt();
      if (reason === null) return;
      await store.discardStaged();
      log.info({ reason }, 'The saved index is not used and a new one is built.');
      const revision = await store.corpusRevision();
      const index = await buildSomething(onProgress);
      inUse.use(index, revision);
      if (!isWanted(index)) return;
      try {
        await sweep(await writeGeneration(indexDir, index));
      } catch (error) {
        log.warn({ err: error }, 'The index could not be saved: it is built again at the next start.');
      }
    },
  };
}
