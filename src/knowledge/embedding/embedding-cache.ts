import { createHash } from 'node:crypto';

/**
 * Vectors already paid for, by encoder and text. Disposable: losing it costs time, never truth. A stored vector comes
 * back byte for byte.
 */
export interface EmbeddingCache {
  /** One entry for each key, in order; null where there is none. */
  getMany(encoder: string, keys: readonly string[]): Promise<ReadonlyArray<Float32Array | null>>;
  /** Durable when it resolves, so that a killed build goes on where it was. */
  putMany(
    encoder: string,
    entries: ReadonlyArray<{ readonly key: string; readonly vector: Float32Array }>,
  ): Promise<void>;
  close(): Promise<void>;
}

/** The key of a text: its SHA-256, hex. */
export function embeddingKey(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
