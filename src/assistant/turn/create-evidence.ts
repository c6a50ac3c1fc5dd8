import type { DocumentStore } from '#domain/ports.ts';
import type { Knowledge } from '#knowledge/knowledge.ts';
import { retrieveThroughLangChain } from '#knowledge/ranking/retrieve-through-langchain.ts';
import type { Evidence } from './answer-ask.ts';
import { createGiveWay } from './give-way.ts';

/** Evidence by the product's own retrieval, as a LangChain run: its signal and name reach every step. */
export function createEvidence(deps: {
  readonly search: Knowledge['search'];
  readonly documents: Pick<DocumentStore, 'find' | 'passagesOf'>;
  readonly isOrder: Evidence['isOrder'];
}): Evidence {
  return {
    giveWay: createGiveWay(),
    isOrder: deps.isOrder,
    retrieve: retrieveThroughLangChain(deps.search),
    document: (id, version) => deps.documents.find(id, version),
    passagesOf: (id, version) => deps.documents.passagesOf(id, version),
  };
}
