import type { LinearPart } from '#assistant/compose/evidence-model.ts';
import type { Features } from '#assistant/compose/measure-candidate.ts';
import { climb } from './climb.ts';
import { addScaled, dot, measureScale, standardise, toLinearPart } from './standardise.ts';

export interface Choice {
  readonly candidates: readonly Features[];
  /** Which of them state a fact that was asked for; at least one. */
  readonly right: readonly boolean[];
}

/** Penalty of the squared weights: half of a prior deviation of 1. */
const RIDGE = 1;
const STEPS = 120;
/** A pull too small to move a weight. */
const NEGLIGIBLE = 1e-9;

/**
 * Fits the weights under which the right candidates are the likeliest choice: a conditional logit (McFadden 1974) of the
 * probability that one of the right ones is chosen, ridge-penalised. Deterministic.
 */
export function fitChoice(choices: readonly Choice[]): LinearPart {
  const scale = measureScale(choices.flatMap(({ candidates }) => candidates));
  const rows = choices.map(({ candidates, right }) => ({ right, x: candidates.map((c) => standardise(c, scale)) }));
  const weights = climb(scale.names.length, STEPS, (w) => {
    const slope = Float64Array.from(w, (value) => (-RIDGE * value) / rows.length);
    for (const { x, right } of rows) {
      const scores = x.map((row) => dot(row, w));
      const greatest = Math.max(...scores);
      const odds = scores.map((score) => Math.exp(score - greatest));
      const all = odds.reduce((sum, o) => sum + o, 0);
      const ofRight = odds.reduce((sum, o, i) => sum + (right[i] ? o : 0), 0);
      for (const [i, row] of x.entries()) {
        const pull = ((right[i] ? (odds[i] ?? 0) / ofRight : 0) - (odds[i] ?? 0) / all) / rows.length;
        if (Math.abs(pull) > NEGLIGIBLE) addScaled(slope, row, pull);
      }
    }
    return slope;
  });
  return toLinearPart(scale, weights, 0);
}
