import { LRUCache } from 'lru-cache';
import { type AskReader, readAsk } from '#assistant/ask/read-ask.ts';
import type { Vocabulary } from '#assistant/ask/vocabulary.ts';
import type { Candidate } from '#assistant/compose/candidate.ts';
import type { DocumentRevision } from '#domain/document.ts';
import type { DocumentId, DocumentVersion } from '#domain/ids.ts';
import type { Passage, RetrievedPassage } from '#domain/passage.ts';
import { limits } from './find-caveat.ts';
import { listSayable } from './list-sayable.ts';

/** Documents whose limitations are remembered. */
const REMEMBERED = 500;
/** Passages looked at in other documents of the topic. */
const DEPTH = 30;
/** What other documents of a topic are asked for. */
const QUERY = 'limitations of the evidence: small trials, uncertain effect';

export interface LimitationSource {
  passagesOf(id: DocumentId, version: DocumentVersion): Promise<readonly Passage[]>;
  document(id: DocumentId, version: DocumentVersion): Promise<DocumentRevision | null>;
  retrieve(query: string, k: number, signal: AbortSignal): Promise<readonly RetrievedPassage[]>;
}

/** By index: another index may hold other documents of the same topic. */
const byIndex = new WeakMap<Vocabulary, LRUCache<string, readonly Candidate[]>>();

function cacheOf({ vocabulary }: AskReader): LRUCache<string, readonly Candidate[]> {
  const known = byIndex.get(vocabulary);
  if (known) return known;
  const cache = new LRUCache<string, readonly Candidate[]>({ max: REMEMBERED });
  byIndex.set(vocabulary, cache);
  return cache;
}

/** Passages of other documents with the same topic; none where the document has none. */
async function fromTopic(
  { documentId, documentVersion }: Passage,
  title: string,
  source: LimitationSource,
  signal: AbortSignal,
): Promise<RetrievedPassage[]> {
  const topic = (await source.document(documentId, documentVersion))?.topic ?? null;
  if (topic === null) return [];
  const found = await source.retrieve(`${title}. ${QUERY}`, DEPTH, signal);
  const topics = await Promise.all(
    found.map(async ({ passage }) => (await source.document(passage.documentId, passage.documentVersion))?.topic),
  );
  return found.filter((_, i) => topics[i] === topic);
}

/**
 * The sentences that limit what a document says: its own, else those of other documents with its topic. Remembered by
 * document version; the first question about a document costs its reading.
 */
export async function listLimitations(
  about: Candidate,
  reader: AskReader,
  source: LimitationSource,
  signal: AbortSignal,
): Promise<readonly Candidate[]> {
  const { passage, title } = about.retrieved;
  const cache = cacheOf(reader);
  const known = cache.get(passage.documentVersion);
  if (known) return known;
  const nobody = readAsk({ text: '', question: '', context: [] }, reader);
  const limiting = (retrieved: readonly RetrievedPassage[]) =>
    listSayable(nobody, retrieved, reader).filter((candidate) => limits(candidate, reader.evidenceRules.figures));
  const passages = await source.passagesOf(passage.documentId, passage.documentVersion);
  const ranks = { words: null, vectors: null };
  const own = limiting(passages.map((one) => ({ passage: one, title, score: 0, ranks, unitCosines: null, twins: [] })));
  const found = own.length > 0 ? own : limiting(await fromTopic(passage, title, source, signal));
  cache.set(passage.documentVersion, found);
  return found;
}
