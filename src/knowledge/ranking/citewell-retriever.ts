import { Document } from '@langchain/core/documents';
import { BaseRetriever, type BaseRetrieverInput } from '@langchain/core/retrievers';
import type { RunnableConfig } from '@langchain/core/runnables';
import type { RetrievedPassage } from '#domain/passage.ts';
import type { Retrieve } from './create-retrieve.ts';

/** What LangChain sees of a passage besides its text. */
export interface PassageMetadata {
  readonly passageId: string;
  readonly documentId: string;
  readonly documentVersion: string;
  readonly title: string;
  readonly headingPath: readonly string[];
  readonly start: number;
  readonly end: number;
  readonly score: number;
  /** All that was found, for the turn. */
  readonly retrieved: RetrievedPassage;
}

export interface CitewellRetrieverInput extends BaseRetrieverInput {
  readonly retrieve: Retrieve;
  readonly k: number;
}

/** The product's retrieval as a LangChain retriever; the run's signal cancels it. */
export class CitewellRetriever extends BaseRetriever<PassageMetadata> {
  override lc_namespace = ['citewell', 'retrievers'];
  readonly #input: CitewellRetrieverInput;
  readonly #signal: AbortSignal | undefined;

  static override lc_name(): string {
    return 'CitewellRetriever';
  }

  constructor(input: CitewellRetrieverInput, signal?: AbortSignal) {
    super(input);
    this.#input = input;
    this.#signal = signal;
  }

  /** LangChain does not hand the signal down, so that a run with one gets a retriever of its own. */
  override async invoke(query: string, config?: RunnableConfig): Promise<Document<PassageMetadata>[]> {
    if (config?.signal === undefined || config.signal === this.#signal) return super.invoke(query, config);
    return new CitewellRetriever(this.#input, config.signal).invoke(query, config);
  }

  override async _getRelevantDocuments(query: string): Promise<Document<PassageMetadata>[]> {
    const { retrieve, k } = this.#input;
    const found = await retrieve(query, this.#signal === undefined ? { k } : { k, signal: this.#signal });
    return found.map((retrieved) => {
      const { passage, title, score } = retrieved;
      return new Document({
        id: passage.id,
        pageContent: passage.text,
        metadata: {
          passageId: passage.id,
          documentId: passage.documentId,
          documentVersion: passage.documentVersion,
          title,
          headingPath: passage.headingPath,
          start: passage.start,
          end: passage.end,
          score,
          retrieved,
        },
      });
    });
  }
}
