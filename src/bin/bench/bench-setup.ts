import { join } from 'node:path';
import { pino } from 'pino';
import { compose } from '#compose.ts';
import { readConfig } from '#config/read-config.ts';
import type { Embedder } from '#domain/ports.ts';
import { createSeededRandom } from '#evaluation/statistics/seeded-random.ts';
import { writePost, writeQuestion } from './medical-text.ts';

/** Where one size of the benchmark has its corpus, its data and what the peers read. */
export interface BenchFolder {
  readonly corpus: string;
  readonly data: string;
  readonly exchange: string;
}

export const benchFolder = (folder: string): BenchFolder => ({
  corpus: join(folder, 'corpus'),
  data: join(folder, 'data'),
  exchange: join(folder, 'exchange'),
});

/** The product as it is, on a folder, without a word in the log. */
export function openProduct(
  { corpus, data }: Pick<BenchFolder, 'corpus' | 'data'>,
  workers: number,
  embedder?: Embedder,
) {
  const env = { CORPUS_DIR: corpus, DATA_DIR: data, EMBED_WORKERS: String(workers), RATE_LIMIT_PER_MINUTE: '0' };
  return compose(readConfig(env), { log: pino({ level: 'silent' }), ...(embedder && { embedder }) });
}

export const shortQuestions = (count: number, seed = 1): string[] => listOf(count, seed, writeQuestion);
export const wholePosts = (count: number): string[] => listOf(count, 2, writePost);

/** Numbered, so that no two are the same and no memory of questions answers for the product. */
function listOf(count: number, seed: number, write: typeof writePost): string[] {
  const random = createSeededRandom(seed);
  return Array.from({ length: count }, (_, at) => `${write(random)} (${seed}-${at + 1})`);
}
