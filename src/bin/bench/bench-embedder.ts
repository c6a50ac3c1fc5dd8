import type { Embedder } from '#domain/ports.ts';
import { createSeededRandom } from '#evaluation/statistics/seeded-random.ts';

export interface BenchEmbedder extends Embedder {
  /** Texts of the corpus and their vectors, in the order in which they were embedded. */
  readonly texts: readonly string[];
  readonly vectors: readonly Float32Array[];
  /** Time spent in embedding, which is no part of building an index. */
  spentMs(): number;
  /** Vectors of questions, made before anything is measured. */
  prepare(questions: readonly string[]): Promise<void>;
}

/**
 * Gives vectors under the name of `encoder`. Up to `real` texts get their own; beyond that, making them would take hours,
 * and each gets a mixture of eight that were made: the mean plus their deviations from it, weighted so that mean and
 * covariance stay those of the real vectors. The first of the eight has nine tenths of the weight, so that vectors lie in
 * groups, as real ones do.
 */
export function createBenchEmbedder(encoder: Embedder, real: number): BenchEmbedder {
  const texts: string[] = [];
  const vectors: Float32Array[] = [];
  const prepared = new Map<string, Float32Array>();
  const random = createSeededRandom(7);
  let spent = 0;
  let mean: Float64Array | null = null;

  function mix(): Float32Array {
    mean ??= meanOf(vectors);
    const mixed = Float64Array.from(mean);
    const rest = Math.sqrt((1 - 0.9 ** 2) / 7);
    for (let at = 0; at < 8; at += 1) {
      const weight = at === 0 ? 0.9 : rest * (random.next() < 0.5 ? 1 : -1);
      const one = vectors[random.below(real)] as Float32Array;
      for (let i = 0; i < mixed.length; i += 1)
        mixed[i] = (mixed[i] as number) + weight * ((one[i] as number) - (mean[i] as number));
    }
    const length = Math.hypot(...mixed);
    return Float32Array.from(mixed, (value) => value / length);
  }

  return {
    identity: encoder.identity,
    texts,
    vectors,
    spentMs: () => spent,
    dimensions: () => encoder.dimensions(),
    close: () => encoder.close(),
    async prepare(questions) {
      const made = await encoder.embed(questions);
      for (const [at, question] of questions.entries()) prepared.set(question, made[at] as Float32Array);
    },
    async embed(wanted, signal) {
      const known = prepared.get(wanted[0] ?? '');
      if (wanted.length === 1 && known !== undefined) return [known];
      const started = performance.now();
      const own = wanted.slice(0, Math.max(0, real - vectors.length));
      const made = own.length > 0 ? await encoder.embed(own, signal) : [];
      texts.push(...wanted);
      vectors.push(...made);
      const mixed = wanted.slice(own.length).map(mix);
      vectors.push(...mixed);
      spent += performance.now() - started;
      return [...made, ...mixed];
    },
  };
}

function meanOf(vectors: readonly Float32Array[]): Float64Array {
  const mean = new Float64Array(vectors[0]?.length ?? 0);
  for (const vector of vectors)
    for (let at = 0; at < mean.length; at += 1)
      mean[at] = (mean[at] as number) + (vector[at] as number) / vectors.length;
  return mean;
}
