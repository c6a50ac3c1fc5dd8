import { createHash } from 'node:crypto';
import { OpenAIEmbeddings } from '@langchain/openai';
import type { Embedder } from '#domain/ports.ts';
import { describeRemoteFailure } from './describe-remote-failure.ts';
import { toUnitVector } from './unit-vector.ts';

export interface RemoteEmbeddingsOptions {
  readonly model: string;
  /** Null means OpenAI itself. */
  readonly baseUrl: string | null;
  readonly apiKey: string | null;
  /** For one request. */
  readonly timeoutMs: number;
  /** After the first attempt, for 408, 429, 5xx and lost connections. */
  readonly maxRetries: number;
  readonly maxBatch: number;
}

const openAi = 'https://api.openai.com/v1';

/** Any OpenAI-compatible `/embeddings` endpoint. The number of dimensions is learnt from the first vector. */
export function createRemoteEmbedder(options: RemoteEmbeddingsOptions): Embedder {
  const baseUrl = options.baseUrl ?? openAi;
  // A hash, so that an index manifest or a log line does not name the host.
  const endpoint = createHash('sha256').update(baseUrl.replace(/\/+$/, '')).digest('hex').slice(0, 12);
  const closing = new AbortController();
  let dimensions: number | null = null;

  async function embed(texts: readonly string[], signal?: AbortSignal): Promise<Float32Array[]> {
    const stop = signal === undefined ? closing.signal : AbortSignal.any([signal, closing.signal]);
    stop.throwIfAborted();
    if (texts.length === 0) return [];
    try {
      const rows = await connect(options, baseUrl, stop).embedDocuments([...texts]);
      return rows.map((row) => {
        const vector = toUnitVector(row, dimensions);
        dimensions ??= vector.length;
        return vector;
      });
    } catch (error) {
      stop.throwIfAborted();
      throw describeRemoteFailure(error, options.apiKey);
    }
  }

  return {
    identity: `${options.model}@${endpoint}`,
    embed,
    async dimensions() {
      if (dimensions === null) await embed(['dimensions']);
      return dimensions ?? 0;
    },
    async close() {
      closing.abort(new Error('The encoder was closed.'));
    },
  };
}

/** One client a call: LangChain's takes no signal for embeddings, so that each call brings its own `fetch`. */
function connect(options: RemoteEmbeddingsOptions, baseUrl: string, stop: AbortSignal): OpenAIEmbeddings {
  return new OpenAIEmbeddings({
    model: options.model,
    // The client insists on a key; servers that need none ignore it.
    apiKey: options.apiKey ?? 'none',
    timeout: options.timeoutMs,
    maxRetries: options.maxRetries,
    batchSize: options.maxBatch,
    // The client asks for base64 by default, which many compatible servers do not know.
    encodingFormat: 'float',
    stripNewLines: false,
    configuration: {
      baseURL: baseUrl,
      organization: null,
      project: null,
      fetch: (url, init) => fetch(url, { ...init, signal: init?.signal ? AbortSignal.any([init.signal, stop]) : stop }),
    },
  });
}
