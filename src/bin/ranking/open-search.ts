import type { DocumentStore, Embedder } from '#domain/ports.ts';
import { embedWithCache } from '#knowledge/embedding/embed-with-cache.ts';
import type { EmbeddingCache } from '#knowledge/embedding/embedding-cache.ts';
import { buildIndex } from '#knowledge/indexing/build-index.ts';
import { makeSearchable, type SearchableIndex } from '#knowledge/indexing/searchable-index.ts';
import type { CorpusFile } from '#knowledge/ingest/corpus-file.ts';
import { stageFiles } from '#knowledge/ingest/stage-files.ts';
import type { IngestProgress } from '#knowledge/knowledge.ts';
import { createRetrieve, type Retrieve } from '#knowledge/ranking/create-retrieve.ts';
import { createBm25Index } from '#knowledge/words/bm25-index.ts';
import { createBm25Builder } from '#knowledge/words/build-bm25.ts';
import { type GlossaryNames, readGlossaryPhrases } from '#knowledge/words/glossary-phrases.ts';

export interface MeasureDeps {
  /** Empty. */
  readonly store: DocumentStore;
  /** Null measures words alone. */
  readonly embedder: Embedder | null;
  readonly cache: EmbeddingCache;
  readonly onProgress: (progress: IngestProgress) => void;
}

export type Way = 'words' | 'vectors' | 'fused';

const noWords = createBm25Index(createBm25Builder().finish());

/** The product's own index over some documents, and its search by words, by vectors and by both. */
export async function openSearch(
  files: AsyncIterable<CorpusFile>,
  glossary: readonly GlossaryNames[],
  { store, embedder, cache, onProgress }: MeasureDeps,
): Promise<ReadonlyMap<Way, Retrieve>> {
  const { failures } = await stageFiles(files, true, { store, onFile: () => undefined });
  if (failures.length > 0) throw new Error(`${failures.length} documents could not be read.`);
  await store.publish(await store.upcomingDigest());
  const built = await buildIndex({
    store,
    embedder,
    cache,
    signal: new AbortController().signal,
    onProgress: (stage, done, total) => onProgress({ stage, done, total }),
  });
  const phrases = readGlossaryPhrases(glossary);
  const searchable = makeSearchable(built, phrases);
  const retrieve = (current: SearchableIndex, by: Embedder | null): Retrieve =>
    createRetrieve({ current: () => current, store, embedder: by, log: { info: () => undefined, warn: refuse } });
  const ways = new Map<Way, Retrieve>([['words', retrieve(searchable, null)]]);
  if (embedder === null) return ways;
  const remembering = rememberQuestions(embedder, cache);
  ways.set('vectors', retrieve(makeSearchable({ ...built, words: noWords }, readGlossaryPhrases([])), remembering));
  return ways.set('fused', retrieve(searchable, remembering));
}

/** What the product would survive with a warning would make the figures those of something else. */
function refuse(fields: object, message: string): never {
  throw new Error(message, { cause: 'err' in fields ? fields.err : undefined });
}

function rememberQuestions(embedder: Embedder, cache: EmbeddingCache): Embedder {
  return {
    identity: embedder.identity,
    dimensions: () => embedder.dimensions(),
    embed: (texts, signal) => embedWithCache(texts, { embedder, cache, ...(signal && { signal }) }),
    close: () => embedder.close(),
  };
}
