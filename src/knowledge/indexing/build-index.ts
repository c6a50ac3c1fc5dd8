import { setImmediate } from 'node:timers/promises';
import type { DocumentId, PassageId } from '#domain/ids.ts';
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
import type { KnowledgeIndex } from './knowledge-index.ts';
import { digestCorpus, indexFormat } from './manifest.ts';
import { createPassageTable, type IndexedDocument, type PassageTable } from './passage-table.ts';
import { textKey } from './text-key.ts';

export interface BuildDeps {
  readonly store: DocumentStore;
  readonly embedder: Embedder | null;
  readonly cache: EmbeddingCache;
  readonly signal: AbortSignal;
  readonly onProgress: (stage: 'embedding' | 'indexing', done: number, total: number) => void;
}

/** Passages embedded between two entries into the cache: a killed build loses no more. */
const passagesPerBatch = 32;

/** Builds both indexes from the published passages, in the store's order. Reads the store twice, and keeps no text. */
export async function buildIndex(deps: BuildDeps): Promise<KnowledgeIndex> {
  const { embedder, store, signal } = deps;
  const documents = await store.list();
  const titles = new Map(documents.map(({ id, title }) => [id, title]));
  const { passages, words } = await indexWords(deps, titles);
  const identity = { format: indexFormat, passages: passages.size, corpus: digestCorpus(documents) };
  if (embedder === null) {
    return { identity: { ...identity, encoder: null, dimensions: null, pieces: 0 }, passages, words, vectors: null };
  }
  const dimensions = await embedder.dimensions();
  signal.throwIfAborted();
  const vectors = await indexVectors(deps, embedder, dimensions, passages);
  const pieces = vectors.pieces.passageOf.length;
  return { identity: { ...identity, encoder: embedder.identity, dimensions, pieces }, passages, words, vectors };
}

async function indexWords(deps: BuildDeps, titles: ReadonlyMap<DocumentId, string>) {
  const builder = createBm25Builder();
  const documents: IndexedDocument[] = [];
  const passageIds: PassageId[] = [];
  const [documentOf, starts, ends, firstAlike] = [0, 1, 2, 3].map(() => new GrowingIntegers()) as FourColumns;
  const byText = new Map<string, number>();
  let document: IndexedDocument | undefined;
  let titleTerms: readonly string[] = [];
  for await (const passage of deps.store.publishedPassages()) {
    deps.signal.throwIfAborted();
    if (document?.id !== passage.documentId) {
      const title = titles.get(passage.documentId) ?? passage.documentId;
      document = { id: passage.documentId, version: passage.documentVersion, title };
      documents.push(document);
      titleTerms = listTerms(title);
    }
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
    builder.add({ title: titleTerms, headings: passage.headingPath.flatMap(listTerms), body: listTerms(text) });
    if (number % passagesPerBatch === 0) await setImmediate();
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
  return { passages, words: createBm25Index(builder.finish()) };
}

type FourColumns = [GrowingIntegers, GrowingIntegers, GrowingIntegers, GrowingIntegers];

async function indexVectors(deps: BuildDeps, embedder: Embedder, dimensions: number, passages: PassageTable) {
  const { cache, signal, onProgress } = deps;
  const builder = createHnswBuilder(dimensions);
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
  for await (const passage of deps.store.publishedPassages()) {
    signal.throwIfAborted();
    batch.push(passage);
    if (batch.length === passagesPerBatch) await flush();
  }
  await flush();
  if (starts.length !== passages.size) throw new Error('The documents changed while they were indexed.');
  starts.push(passageOf.length);
  return { index: builder.finish(), pieces: { starts: starts.toArray(), passageOf: passageOf.toArray() } };
}
