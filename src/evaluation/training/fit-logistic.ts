import type { LinearPart } from '#assistant/compose/evidence-model.ts';
import type { Features } from '#assistant/compose/measure-candidate.ts';
import { climb } from './climb.ts';
import { addScaled, dot, measureScale, standardise, toLinearPart } from './standardise.ts';

export interface Labelled {
  readonly features: Features;
  readonly isRight: boolean;
}

/** Strong: there are as many features as some tens of cases each. */
const RIDGE = 30;
const STEPS = 200;

/** Ridge-penalised logistic regression; the bias is not penalised. Deterministic. */
export function fitLogistic(cases: readonly Labelled[]): LinearPart {
  const scale = measureScale(cases.map(({ features }) => features));
  const rows = cases.map(({ features }) => Float64Array.from([...standardise(features, scale), 1]));
  const last = scale.names.length;
  const weights = climb(last + 1, STEPS, (w) => {
    const slope = Float64Array.from(w, (value, i) => (i === last ? 0 : (-RIDGE * value) / rows.length));
    for (const [at, row] of rows.entries()) {
      const error = ((cases[at]?.isRight ? 1 : 0) - 1 / (1 + Math.exp(-dot(row, w)))) / rows.length;
      addScaled(slope, row, error);
    }
    return slope;
  });
  return toLinearPart(scale, weights.slice(0, last), weights[last] ?? 0);
}
