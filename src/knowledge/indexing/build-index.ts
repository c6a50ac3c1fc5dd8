import { setImmediate } from 'node:timers/promises';
import type { PassageId } from '#domain/ids.ts';
import type { Passage } from '#domain/passage.ts';
import type { DocumentStore, Embedder } from '#domain/ports.ts';
import { embedWithCache } from '#knowledge/embedding/embed-with-cache.ts';
import type { EmbeddingCache } from '#knowledge/embedding/embedding-cache.ts';
import { createHnswBuilder } from '#knowledge/vectors/hnsw-index.ts';
import { createBm25Index } from '#knowledge/words/bm25-index.ts';
import { createBm25Builder } from '#knowledge/words/build-bm25.ts';
import { GrowingIntegers } from '#knowledge/words/growing-integers.ts';
import { listTerms } from '#knowledge/words/list-terms.ts';
import { cutIntoPieces, plainText } from './cut-into-pieces.ts';
import { describeRecipe } from './index-recipe.ts';
import type { KnowledgeIndex } from './knowledge-index.ts';
import { createPassageTable, type IndexedDocument, type PassageTable } from './passage-table.ts';
import { textKey } from './text-key.ts';

export interface BuildDeps {
  readonly store: Pick<DocumentStore, 'upcoming' | 'upcomingDigest'>;
  readonly embedder: Embedder | null;
  readonly cache: EmbeddingCache;
  readonly signal: AbortSignal;
  readonly onProgress: (stage: 'embedding' | 'indexing', done: number, total: number) => void;
}

/** Passages embedded between two entries into the cache: a killed build loses no more. */
const passagesPerBatch = 32;

/**
 * Builds both indexes from the passages that are published, or will be, in the store's order. Reads the store twice, and
 * keeps no text.
 */
export async function buildIndex(deps: BuildDeps): Promise<KnowledgeIndex> {
  const { embedder, store, signal } = deps;
  const corpus = await store.upcomingDigest();
  const { passages, words, pieceCount } = await indexWords(deps);
  const identity = { recipe: describeRecipe(), passages: passages.size, corpus };
  if (embedder === null) {
    return { identity: { ...identity, encoder: null, dimensions: null, pieces: 0 }, passages, words, vectors: null };
  }
  const dimensions = await embedder.dimensions();
  signal.throwIfAborted();
  const vectors = await indexVectors(deps, embedder, { dimensions, pieceCount }, passages);
  const pieces = vectors.pieces.passageOf.length;
  return { identity: { ...identity, encoder: embedder.identity, dimensions, pieces }, passages, words, vectors };
}

async function indexWords(deps: BuildDeps) {
  const builder = createBm25Builder();
  const documents: IndexedDocument[] = [];
  const passageIds: PassageId[] = [];
  const [documentOf, starts, ends, firstAlike] = [0, 1, 2, 3].map(() => new GrowingIntegers()) as FourColumns;
  const byText = new Map<string, number>();
  let pieceCount = 0;
  for await (const { id, version, title, passages } of deps.store.upcoming()) {
    deps.signal.throwIfAborted();
    if (passages.length > 0) documents.push({ id, version, title });
    const titleTerms = listTerms(title);
    for (const passage of passages) {
      const number = passageIds.length;
      const text = plainText(passage);
      const key = textKey(text);
      const first = byText.get(key) ?? number;
      byText.set(key, first);
      passageIds.push(passage.id);
      documentOf.push(documents.length - 1);
      starts.push(passage.start);
      ends.push(passage.end);
      firstAlike.push(first);
      pieceCount += cutIntoPieces(passage).length;
      builder.add({ title: titleTerms, headings: passage.headingPath.flatMap(listTerms), body: listTerms(text) });
      if (number % passagesPerBatch === 0) await setImmediate();
    }
  }
  deps.onProgress('indexing', passageIds.length, passageIds.length);
  const passages = createPassageTable({
    documents,
    passageIds,
    documentOf: documentOf.toArray(),
    starts: starts.toArray(),
    ends: ends.toArray(),
    firstAlike: firstAlike.toArray(),
  });
  return { passages, words: createBm25Index(builder.finish()), pieceCount };
}

type FourColumns = [GrowingIntegers, GrowingIntegers, GrowingIntegers, GrowingIntegers];

async function indexVectors(
  deps: BuildDeps,
  embedder: Embedder,
  { dimensions, pieceCount }: { readonly dimensions: number; readonly pieceCount: number },
  passages: PassageTable,
) {
  const { cache, signal, onProgress } = deps;
  const builder = createHnswBuilder(dimensions, pieceCount);
  const starts = new GrowingIntegers();
  const passageOf = new GrowingIntegers();
  let batch: Passage[] = [];

  async function flush(): Promise<void> {
    const texts: string[] = [];
    for (const passage of batch) {
      const number = starts.length;
      if (passages.passageId(number) !== passage.id) throw new Error('The documents changed while they were indexed.');
      starts.push(passageOf.length);
      for (const piece of cutIntoPieces(passage)) {
        texts.push(piece);
        passageOf.push(number);
      }
    }
    batch = [];
    await builder.add(await embedWithCache(texts, { embedder, cache, signal }));
    onProgress('embedding', starts.length, passages.size);
  }

  onProgress('embedding', 0, passages.size);
  for await (const document of deps.store.upcoming()) {
    for (const passage of document.passages) {
      signal.throwIfAborted();
      batch.push(passage);
      if (batch.length === passagesPerBatch) await flush();
    }
  }
  await flush();
  if (starts.length !== passages.size) throw new Error('The documents changed while they were indexed.');
  starts.push(passageOf.length);
  return { index: builder.finish(), pieces: { starts: starts.toArray(), passageOf: passageOf.toArray() } };
}
