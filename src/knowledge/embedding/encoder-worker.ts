import { parentPort, workerData } from 'node:worker_threads';
import { z } from 'zod';
import { createSentenceEncoder } from './encoder/sentence-encoder.ts';
import { toUnitVector } from './unit-vector.ts';

// Runs in a worker thread: the encoder computes synchronously.

export interface EncodeRequest {
  readonly job: number;
  readonly texts: readonly string[];
}

/** `vectors` holds the unit vectors of a job's texts one after the other; its buffer is moved, not copied. */
export type EncodeReply =
  | { readonly job: number; readonly vectors: Float32Array; readonly dimensions: number }
  | { readonly job: number; readonly error: string };

const encoder = createSentenceEncoder(z.string().parse(workerData));
// The engine compiles the kernel anew, and better, once it has run for a while: before the first question, not during it.
const warmUps = 8;
for (let time = 0; time < warmUps; time += 1) encoder.encode(['Which question comes first is not known yet.']);

function reply(job: number, texts: readonly string[]): EncodeReply {
  try {
    const { dimensions } = encoder;
    const vectors = encoder.encode(texts);
    for (let from = 0; from < vectors.length; from += dimensions) {
      const vector = vectors.subarray(from, from + dimensions);
      vector.set(toUnitVector(vector, dimensions));
    }
    return { job, vectors, dimensions };
  } catch (error) {
    return { job, error: error instanceof Error ? error.message : String(error) };
  }
}

parentPort?.on('message', ({ job, texts }: EncodeRequest) => {
  const said = reply(job, texts);
  parentPort?.postMessage(said, 'vectors' in said ? [said.vectors.buffer as ArrayBuffer] : []);
});
