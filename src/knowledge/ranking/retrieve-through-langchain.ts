import type { RetrievedPassage } from '#domain/passage.ts';
import type { Retrieve } from './create-retrieve.ts';

type RetrieverModule = typeof import('./citewell-retriever.ts');

/** Retrieval as a LangChain step named `retrieve`. LangChain is loaded with the first question, not with the server. */
export function retrieveThroughLangChain(retrieve: Retrieve) {
  let loading: Promise<RetrieverModule> | null = null;

  return async (query: string, k: number, signal: AbortSignal): Promise<readonly RetrievedPassage[]> => {
    loading ??= import('./citewell-retriever.ts');
    const { CitewellRetriever } = await loading;
    const retriever = new CitewellRetriever({ retrieve, k });
    const found = await retriever.invoke(query, { signal, runName: 'retrieve' });
    return found.map(({ metadata }) => metadata.retrieved);
  };
}
