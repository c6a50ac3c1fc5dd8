import type { Logger } from 'pino';
import type { ComposedAssistant } from '#assistant/create-assistant.ts';
import type { FindOrder } from '#assistant/orders/create-order-finder.ts';
import type { CorpusReport, createIngestCorpus } from '#assistant/reviewed/ingest-corpus.ts';
import { suggestionCandidates } from '#assistant/turn/suggestion-candidates.ts';
import type { DocumentStore } from '#domain/ports.ts';
import type { MaintainedKnowledge } from '#knowledge/create-knowledge.ts';
import type { OnProgress } from '#knowledge/knowledge.ts';

export interface UpkeepDeps {
  readonly knowledge: MaintainedKnowledge;
  readonly assistant: Pick<ComposedAssistant, 'refreshSuggestions'>;
  readonly ingest: ReturnType<typeof createIngestCorpus>;
  readonly documents: Pick<DocumentStore, 'publishedPassages'>;
  /** The organisation's own. */
  readonly suggestions: readonly string[];
  readonly findOrder: FindOrder;
  readonly log: Logger;
}

/** Keeps the index, and the suggestions that it can answer, in step with the documents. */
export function createUpkeep({ knowledge, assistant, ingest, documents, suggestions, findOrder, log }: UpkeepDeps) {
  async function refreshSuggestions(): Promise<void> {
    await assistant.refreshSuggestions(
      await suggestionCandidates(suggestions, documents.publishedPassages(), findOrder),
    );
  }

  /** Takes over what is stored, then brings the index up to date with the corpus folder. */
  async function updateIndex(onProgress?: OnProgress, lockWaitMs?: number): Promise<CorpusReport> {
    await knowledge.refresh(onProgress, lockWaitMs);
    return ingest([], onProgress, lockWaitMs);
  }

  /** The index, then the suggestions that it can answer, about 20 ms each: not for a command that answers one question. */
  async function bringUpToDate(onProgress?: OnProgress): Promise<CorpusReport> {
    try {
      return await updateIndex(onProgress);
    } finally {
      if (knowledge.readiness().ready) await refreshSuggestions();
    }
  }

  /** Follows what other processes change, suggestions included, until closed. */
  function watch(): void {
    knowledge.watch(() => {
      log.info({}, 'Another index is in use.');
      refreshSuggestions().catch((error: unknown) => log.warn({ err: error }, 'Suggestions could not be renewed.'));
    });
  }

  return { updateIndex, bringUpToDate, watch };
}
