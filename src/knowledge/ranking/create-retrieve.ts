import { Fault } from '#domain/fault.ts';
import type { Passage, PassageTwin, RetrievedPassage } from '#domain/passage.ts';
import type { DocumentStore, Embedder } from '#domain/ports.ts';
import { pieceOfUnits } from '#knowledge/indexing/cut-into-pieces.ts';
import type { PassageTable } from '#knowledge/indexing/passage-table.ts';
import type { SearchableIndex } from '#knowledge/indexing/searchable-index.ts';
import type { SearchOptions } from '#knowledge/knowledge.ts';
import type { KnowledgeLog } from '#knowledge/knowledge-log.ts';
import { expandQuery } from '#knowledge/words/expand-query.ts';
import { findByWords, type RankedPassage, rankPassages } from './rank-passages.ts';
import { rememberPassages } from './remember-passages.ts';

export type Retrieve = (query: string, options: SearchOptions) => Promise<readonly RetrievedPassage[]>;

export interface RetrieveDeps {
  /** The index in use; null while none is whole. */
  readonly current: () => SearchableIndex | null | Promise<SearchableIndex | null>;
  readonly store: Pick<DocumentStore, 'versionsInForce' | 'findPassage'>;
  readonly embedder: Embedder | null;
  readonly log: KnowledgeLog;
}

/**
 * Finds passages by words and by vectors. Versions that are not in force any more are left out, whatever the index still
 * holds. When the encoder fails, words alone are searched, and the log says so.
 */
export function createRetrieve(deps: RetrieveDeps): Retrieve {
  const readPassage = rememberPassages(deps.store);

  async function embedQuestion(query: string, signal: AbortSignal | undefined): Promise<Float32Array | null> {
    try {
      return (await deps.embedder?.embed([query], signal))?.[0] ?? null;
    } catch (error) {
      signal?.throwIfAborted();
      deps.log.warn({ err: error }, 'The question could not be embedded: words alone were searched.');
      return null;
    }
  }

  const retrieve: Retrieve = async (query, { k, signal }) => {
    signal?.throwIfAborted();
    const searchable = await deps.current();
    if (searchable === null) throw new Fault('not_ready', 'The documents are still being indexed.');
    const { index, expansion } = searchable;
    // Another thread embeds, so the words are searched meanwhile.
    const embedding = index.vectors === null ? null : embedQuestion(query, signal);
    embedding?.catch(() => undefined);
    const inForce = await deps.store.versionsInForce();
    const accept = (passage: number) => {
      const { id, version } = index.passages.document(passage);
      return inForce.get(id) === version;
    };
    const terms = expandQuery(query, expansion);
    const byWords = findByWords(index, terms, k, accept);
    const vector = await embedding;
    const ranked = rankPassages(index, { terms, byWords, vector }, k, accept);
    signal?.throwIfAborted();
    const passages = await Promise.all(ranked.map(({ passage }) => readPassage(index, passage)));
    // Other documents came into force meanwhile: half of each would be neither.
    if ((await deps.store.versionsInForce()) !== inForce) return retrieve(query, { k, ...(signal && { signal }) });
    return ranked.flatMap((found, at) => {
      const passage = passages[at];
      return passage ? [describe(found, passage, index.passages)] : [];
    });
  };
  return retrieve;
}

function describe(found: RankedPassage, passage: Passage, table: PassageTable): RetrievedPassage {
  const twins = found.twins.map((twin): PassageTwin => {
    const { id, version } = table.document(twin);
    return { passageId: table.passageId(twin), documentId: id, documentVersion: version, ...table.span(twin) };
  });
  const { title } = table.document(found.passage);
  const { cosines } = found;
  const unitCosines = cosines && pieceOfUnits(passage).map((piece) => cosines[piece] ?? 0);
  return { passage, title, score: found.score, ranks: found.ranks, unitCosines, twins };
}
