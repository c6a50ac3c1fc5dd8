import type { Config } from '#config/config-schema.ts';
import type { Embedder } from '#domain/ports.ts';
import { LocalEmbeddings } from '#knowledge/embedding/local-embeddings.ts';

/** The encoder that the settings name: the one on this machine, or an endpoint's. */
export async function createEmbedder(config: Config): Promise<Embedder> {
  if (config.embeddingModel === undefined) return new LocalEmbeddings({ workers: config.embedWorkers });
  // Loaded only here: the client takes longer to load than all the rest.
  const { createRemoteEmbedder } = await import('#knowledge/embedding/remote-embeddings.ts');
  return createRemoteEmbedder({
    model: config.embeddingModel,
    baseUrl: config.openaiBaseUrl ?? null,
    apiKey: config.openaiApiKey ?? null,
    timeoutMs: 20_000,
    maxRetries: 2,
    maxBatch: 64,
  });
}
