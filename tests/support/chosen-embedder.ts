import type { Embedder } from '#domain/ports.ts';
import { LocalEmbeddings } from '#knowledge/embedding/local-embeddings.ts';
import { createFakeEmbedder } from './fake-embedder.ts';

/** `REAL_ENCODER=1` takes the product's own encoder where otherwise a fast one does. */
export const isReal = process.env['REAL_ENCODER'] === '1';

export const chosenEmbedder = (): Embedder => (isReal ? new LocalEmbeddings({ workers: 1 }) : createFakeEmbedder());
