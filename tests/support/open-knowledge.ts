import { join } from 'node:path';
import type { Embedder } from '#domain/ports.ts';
import { createKnowledge } from '#knowledge/create-knowledge.ts';
import { createReadCorpus } from '#knowledge/ingest/read-corpus.ts';
import { createSqliteStorage } from '#storage/sqlite/create-sqlite-storage.ts';
import { createSqliteEmbeddingCache } from '#storage/sqlite/embedding-cache.ts';
import { createProcessLock } from '#storage/sqlite/process-lock.ts';

const clock = { now: () => new Date() };

export interface KnowledgeFolders {
  readonly corpusDir: string;
  readonly dataDir: string;
  readonly embedder: Embedder | null;
}

/** Knowledge as the product builds it, on files, with an embedder of the test's own. `messages`: what it logged. */
export function openKnowledge({ corpusDir, dataDir, embedder }: KnowledgeFolders) {
  const messages: string[] = [];
  const note = (_fields: object, message: string) => void messages.push(message);
  const database = join(dataDir, 'citewell.db');
  const storage = createSqliteStorage({ path: database, clock });
  const knowledge = createKnowledge({
    store: storage.documents,
    embedder,
    embeddingCache: createSqliteEmbeddingCache(join(dataDir, 'embeddings.db')),
    lock: createProcessLock({ path: `${database}.writer-lock`, clock }),
    glossary: [],
    readCorpus: createReadCorpus(corpusDir),
    corpusDir,
    dataDir,
    clock,
    log: { info: note, warn: note },
  });
  return {
    knowledge,
    store: storage.documents,
    messages,
    async close() {
      await knowledge.close();
      storage.close();
    },
  };
}
