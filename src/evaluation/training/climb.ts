const RATE = 0.1;
const FIRST_DECAY = 0.9;
const SECOND_DECAY = 0.999;

/**
 * Climbs a concave function from zero by its gradient with Adam (Kingma and Ba 2015), without any randomness: the same
 * gradient gives the same weights.
 */
export function climb(
  dimensions: number,
  steps: number,
  gradient: (weights: Float64Array) => Float64Array,
): Float64Array {
  const weights = new Float64Array(dimensions);
  const first = new Float64Array(dimensions);
  const second = new Float64Array(dimensions);
  for (let step = 1; step <= steps; step += 1) {
    const slope = gradient(weights);
    for (let i = 0; i < dimensions; i += 1) {
      const g = slope[i] ?? 0;
      first[i] = FIRST_DECAY * (first[i] ?? 0) + (1 - FIRST_DECAY) * g;
      second[i] = SECOND_DECAY * (second[i] ?? 0) + (1 - SECOND_DECAY) * g * g;
      const mean = (first[i] ?? 0) / (1 - FIRST_DECAY ** step);
      const spread = (second[i] ?? 0) / (1 - SECOND_DECAY ** step);
      weights[i] = (weights[i] ?? 0) + (RATE * mean) / (Math.sqrt(spread) + 1e-8);
    }
  }
  return weights;
}
