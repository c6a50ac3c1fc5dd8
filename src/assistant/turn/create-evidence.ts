import type { DocumentStore } from '#domain/ports.ts';
import type { Knowledge } from '#knowledge/knowledge.ts';
import { CitewellRetriever } from '#knowledge/ranking/citewell-retriever.ts';
import type { Evidence } from './answer-ask.ts';

/** Evidence by the product's own retrieval, as a LangChain run: its signal and name reach every step. */
export function createEvidence(deps: {
  readonly search: Knowledge['search'];
  readonly documents: Pick<DocumentStore, 'find' | 'passagesOf'>;
}): Evidence {
  return {
    async retrieve(query, k, signal) {
      const retriever = new CitewellRetriever({ retrieve: deps.search, k });
      const found = await retriever.invoke(query, { signal, runName: 'retrieve' });
      return found.map(({ metadata }) => metadata.retrieved);
    },
    document: (id, version) => deps.documents.find(id, version),
    passagesOf: (id, version) => deps.documents.passagesOf(id, version),
  };
}
