import type { LinearPart } from '#assistant/compose/evidence-model.ts';
import type { Features } from '#assistant/compose/measure-candidate.ts';

export interface Scale {
  readonly names: readonly string[];
  readonly means: Float64Array;
  readonly deviations: Float64Array;
}

/** Mean and deviation of every feature; one that never differs is left out. */
export function measureScale(rows: readonly Features[]): Scale {
  const all = Object.keys(rows[0] ?? {});
  const means = all.map((name) => rows.reduce((sum, row) => sum + (row[name] ?? 0), 0) / rows.length);
  const deviations = all.map((name, i) =>
    Math.sqrt(rows.reduce((sum, row) => sum + ((row[name] ?? 0) - (means[i] ?? 0)) ** 2, 0) / rows.length),
  );
  const kept = all.flatMap((_, i) => ((deviations[i] ?? 0) > 1e-9 ? [i] : []));
  return {
    names: kept.map((i) => all[i] ?? ''),
    means: Float64Array.from(kept, (i) => means[i] ?? 0),
    deviations: Float64Array.from(kept, (i) => deviations[i] ?? 1),
  };
}

export function standardise(row: Features, { names, means, deviations }: Scale): Float64Array {
  return Float64Array.from(names, (name, i) => ((row[name] ?? 0) - (means[i] ?? 0)) / (deviations[i] ?? 1));
}

const round = (value: number): number => Number(value.toPrecision(5));

/** The weights of standardised features as a part of the model. */
export function toLinearPart({ names, means, deviations }: Scale, weights: Float64Array, bias: number): LinearPart {
  return {
    bias: round(bias),
    features: Object.fromEntries(
      names.map((name, i) => [
        name,
        { mean: round(means[i] ?? 0), deviation: round(deviations[i] ?? 1), weight: round(weights[i] ?? 0) },
      ]),
    ),
  };
}

/** Sum of the products of two lists of one length. */
export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] as number) * (b[i] as number);
  return sum;
}

/** Adds `factor` times `row` to `sum`, in place. */
export function addScaled(sum: Float64Array, row: Float64Array, factor: number): void {
  for (let i = 0; i < row.length; i += 1) sum[i] = (sum[i] as number) + factor * (row[i] as number);
}
