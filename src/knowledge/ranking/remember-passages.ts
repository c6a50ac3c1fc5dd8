import { LRUCache } from 'lru-cache';
import type { Passage } from '#domain/passage.ts';
import type { DocumentStore } from '#domain/ports.ts';
import type { KnowledgeIndex } from '#knowledge/indexing/knowledge-index.ts';

/** Passages kept, a few kilobytes each, and what was read of them up to forty. */
const kept = 600;

/**
 * Reads passages of an index by their number, the last ones from memory: the same object as long as the index is in use.
 * A later build may split a document anew, so that another index begins with nothing.
 */
export function rememberPassages(store: Pick<DocumentStore, 'findPassage'>) {
  let of: KnowledgeIndex | null = null;
  let known = new LRUCache<number, Passage>({ max: kept });

  return async (index: KnowledgeIndex, number: number): Promise<Passage | null> => {
    if (of !== index) {
      of = index;
      known = new LRUCache<number, Passage>({ max: kept });
    }
    const hit = known.get(number);
    if (hit !== undefined) return hit;
    const memory = known;
    const passage = await store.findPassage(index.passages.passageId(number));
    if (passage !== null) memory.set(number, passage);
    return passage;
  };
}
