import type { Embedder } from '#domain/ports.ts';

export type EmbedMessage = (message: string, signal: AbortSignal) => Promise<Float32Array | null>;

export interface EmbedMessageDeps {
  readonly embedder: Embedder | null;
  /** Identity of the encoder that the classifiers were fitted to. */
  readonly encoder: string | null;
  readonly log: { warn(facts: object, message: string): void };
}

/** Embeds a whole message for the classifiers; null where they know another encoder or it fails. Rejects when aborted. */
export function createEmbedMessage({ embedder, encoder, log }: EmbedMessageDeps): EmbedMessage {
  if (embedder === null || embedder.identity !== encoder) return async () => null;
  return async (message, signal) => {
    try {
      return (await embedder.embed([message], signal))[0] ?? null;
    } catch (error) {
      signal.throwIfAborted();
      log.warn({ err: error }, 'The message could not be embedded: words alone were judged.');
      return null;
    }
  };
}
