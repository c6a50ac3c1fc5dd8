import { createSeededRandom } from './seeded-random.ts';

export interface MeanInterval {
  readonly mean: number;
  /** Number of values. */
  readonly n: number;
  readonly lower: number;
  readonly upper: number;
}

export interface ClusteredValue {
  /** Values that are not independent of each other share it: a topic, a document, a seed. */
  readonly cluster: string;
  readonly value: number;
}

const RESAMPLES = 2_000;

/**
 * Mean with a 95% percentile interval by the cluster bootstrap (Efron and Tibshirani 1993; clusters as in Miller 2024): whole
 * clusters are drawn, as many as there are. The same for the same seed. One cluster tells nothing of the spread between
 * clusters: the interval is then the range of its values. Throws a RangeError without values.
 */
export function bootstrapMean(values: readonly ClusteredValue[], seed: number, resamples = RESAMPLES): MeanInterval {
  if (values.length === 0) throw new RangeError('There is no value to average.');
  const clusters = sumsOf(values);
  const total = clusters.reduce((sum, one) => sum + one.sum, 0);
  const mean = total / values.length;
  if (clusters.length === 1) {
    const all = values.map(({ value }) => value);
    return { mean, n: values.length, lower: Math.min(...all), upper: Math.max(...all) };
  }
  const random = createSeededRandom(seed);
  const means = new Float64Array(resamples);
  for (let at = 0; at < resamples; at += 1) {
    let sum = 0;
    let count = 0;
    for (let drawn = 0; drawn < clusters.length; drawn += 1) {
      const cluster = clusters[random.below(clusters.length)];
      sum += cluster?.sum ?? 0;
      count += cluster?.count ?? 0;
    }
    means[at] = sum / count;
  }
  means.sort();
  return { mean, n: values.length, lower: quantile(means, 0.025), upper: quantile(means, 0.975) };
}

/** In order of name, so that the order of the values does not matter. */
function sumsOf(values: readonly ClusteredValue[]): Array<{ readonly sum: number; readonly count: number }> {
  const sums = new Map<string, { sum: number; count: number }>();
  for (const { cluster, value } of values) {
    const known = sums.get(cluster) ?? { sum: 0, count: 0 };
    sums.set(cluster, { sum: known.sum + value, count: known.count + 1 });
  }
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one);
}

/** By linear interpolation (Hyndman and Fan 1996, type 7). */
function quantile(sorted: Float64Array, share: number): number {
  const place = share * (sorted.length - 1);
  const below = sorted[Math.floor(place)] ?? 0;
  const above = sorted[Math.ceil(place)] ?? below;
  return below + (place - Math.floor(place)) * (above - below);
}
