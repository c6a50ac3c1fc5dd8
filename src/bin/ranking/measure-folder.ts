import type { DocumentId } from '#domain/ids.ts';
import type { Embedder } from '#domain/ports.ts';
import { averageMeasures, measureRanking, type RankingMeasures } from '#evaluation/ranking-measures.ts';
import { embedWithCache } from '#knowledge/embedding/embed-with-cache.ts';
import type { EmbeddingCache } from '#knowledge/embedding/embedding-cache.ts';
import { buildIndex } from '#knowledge/indexing/build-index.ts';
import { makeSearchable, type SearchableIndex } from '#knowledge/indexing/searchable-index.ts';
import { ingestFiles } from '#knowledge/ingest/ingest-files.ts';
import type { IngestProgress } from '#knowledge/knowledge.ts';
import { createRetrieve, type Retrieve } from '#knowledge/ranking/create-retrieve.ts';
import { createBm25Index } from '#knowledge/words/bm25-index.ts';
import { createBm25Builder } from '#knowledge/words/build-bm25.ts';
import { readGlossaryPhrases } from '#knowledge/words/glossary-phrases.ts';
import { createSqliteStorage } from '#storage/sqlite/create-sqlite-storage.ts';
import type { JudgedFolder } from './read-judged-folder.ts';
import { documentIdAt, recordsAsCorpus } from './records-as-corpus.ts';

export interface MeasureDeps {
  /** Null measures words alone. */
  readonly embedder: Embedder | null;
  readonly cache: EmbeddingCache;
  readonly onProgress: (progress: IngestProgress) => void;
}

export type Way = 'words' | 'vectors' | 'fused';

/** A record is as good as its best passage; this many passages hold ten records. */
const passagesAsked = 100;

const nothing = createBm25Index(createBm25Builder().finish());

/** Every question of the folder through the product's own index and retrieval, by words, by vectors and by both. */
export async function measureFolder(folder: JudgedFolder, deps: MeasureDeps): Promise<Map<Way, RankingMeasures>> {
  const clock = { now: () => new Date() };
  const storage = createSqliteStorage({ path: ':memory:', clock });
  const store = storage.documents;
  const { embedder, cache, onProgress } = deps;
  try {
    await ingestFiles(recordsAsCorpus(folder.records), true, { store, onFile: () => undefined });
    const built = await buildIndex({
      store,
      embedder,
      cache,
      signal: new AbortController().signal,
      onProgress: (stage, done, total) => onProgress({ stage, done, total }),
    });
    const searchable = makeSearchable(built, readGlossaryPhrases([]));
    const remembering = embedder === null ? null : rememberQuestions(embedder, cache);
    const retrieveOver = (current: SearchableIndex, by: Embedder | null): Retrieve =>
      createRetrieve({ current: () => current, store, embedder: by, log: { info: () => undefined, warn: refuse } });
    const ways = new Map<Way, Retrieve>([['words', retrieveOver(searchable, null)]]);
    if (remembering !== null) {
      ways.set(
        'vectors',
        retrieveOver(makeSearchable({ ...built, words: nothing }, readGlossaryPhrases([])), remembering),
      );
      ways.set('fused', retrieveOver(searchable, remembering));
    }
    const results = new Map<Way, RankingMeasures>();
    for (const [way, retrieve] of ways) {
      const mean = averageMeasures(await measureQuestions(folder, retrieve));
      if (mean !== null) results.set(way, mean);
    }
    return results;
  } finally {
    storage.close();
  }
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

async function measureQuestions(folder: JudgedFolder, retrieve: Retrieve): Promise<RankingMeasures[]> {
  const recordOf = new Map<DocumentId, string>(folder.records.map(({ id }, number) => [documentIdAt(number), id]));
  const measured: RankingMeasures[] = [];
  for (const { text, judgements } of folder.questions) {
    const found = await retrieve(text, { k: passagesAsked });
    const documents = found.flatMap(({ passage, twins }) => [
      passage.documentId,
      ...twins.map((twin) => twin.documentId),
    ]);
    const ranked = [...new Set(documents)].flatMap((document) => recordOf.get(document) ?? []);
    const measures = measureRanking(ranked, judgements);
    if (measures !== null) measured.push(measures);
  }
  return measured;
}
