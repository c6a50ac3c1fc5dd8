import type { PieceMap } from '#knowledge/vectors/search-pieces.ts';
import type { VectorIndex } from '#knowledge/vectors/vector-index.ts';
import type { Bm25Index } from '#knowledge/words/bm25-index.ts';
import type { IndexIdentity } from './manifest.ts';
import type { PassageTable } from './passage-table.ts';

/** Everything a search reads, whole and unchanging: an update makes another one and swaps the reference. */
export interface KnowledgeIndex {
  readonly identity: IndexIdentity;
  readonly passages: PassageTable;
  readonly words: Bm25Index;
  /** Null where there is no encoder: words alone then find. */
  readonly vectors: { readonly index: VectorIndex; readonly pieces: PieceMap } | null;
}
