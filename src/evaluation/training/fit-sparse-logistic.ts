/** Messages by the features that they have, in compressed rows. */
export interface SparseRows {
  readonly count: number;
  /** Row `i` has the features `features[starts[i]]` up to, not with, `features[starts[i + 1]]`. */
  readonly starts: Int32Array;
  readonly features: Int32Array;
  readonly dimensions: number;
  /** Values of the features that every row has, `width` a row; empty where there are none. */
  readonly dense: Float32Array;
  readonly width: number;
}

export interface SparseFit {
  readonly bias: number;
  readonly weights: Float64Array;
  readonly dense: Float64Array;
}

const ITERATIONS = 100;
/** Pairs of steps and slopes remembered (Nocedal and Wright 2006, section 7.2). */
const MEMORY = 8;
/** Of the slope at the beginning: what is left then moves no third digit of a weight. */
const ENOUGH = 1e-3;
const ARMIJO = 1e-4;
const HALVINGS = 30;

const dot = (a: Float64Array, b: Float64Array): number => {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] as number) * (b[i] as number);
  return sum;
};

/** The penalised loss at `w`, with its slope written into `slope`. */
function measure(
  { count, starts, features, dimensions, dense, width }: SparseRows,
  isPositive: readonly boolean[],
  ridge: number,
  w: Float64Array,
  slope: Float64Array,
): number {
  const last = dimensions + width;
  let loss = 0;
  for (let i = 0; i < last; i += 1) {
    const weight = w[i] as number;
    slope[i] = ridge * weight;
    loss += 0.5 * ridge * weight * weight;
  }
  slope[last] = 0;
  for (let row = 0; row < count; row += 1) {
    const from = starts[row] as number;
    const to = starts[row + 1] as number;
    let score = w[last] as number;
    for (let i = from; i < to; i += 1) score += w[features[i] as number] as number;
    for (let i = 0; i < width; i += 1) score += (w[dimensions + i] as number) * (dense[row * width + i] as number);
    const signed = isPositive[row] ? score : -score;
    // log(1 + e^-s), without overflow.
    loss += signed > 0 ? Math.log1p(Math.exp(-signed)) : Math.log1p(Math.exp(signed)) - signed;
    const pull = (isPositive[row] ? -1 : 1) / (1 + Math.exp(signed));
    for (let i = from; i < to; i += 1) {
      const feature = features[i] as number;
      slope[feature] = (slope[feature] as number) + pull;
    }
    for (let i = 0; i < width; i += 1) {
      slope[dimensions + i] = (slope[dimensions + i] as number) + pull * (dense[row * width + i] as number);
    }
    slope[last] += pull;
  }
  return loss;
}

interface Step {
  readonly s: Float64Array;
  readonly y: Float64Array;
  readonly rho: number;
}

/** The two-loop recursion: the slope turned downhill and stretched by what the last steps told of the curvature. */
function downhill(slope: Float64Array, steps: readonly Step[]): Float64Array {
  const q = slope.map((value) => -value);
  const shares: number[] = [];
  for (const { s, y, rho } of [...steps].reverse()) {
    const share = rho * dot(s, q);
    shares.unshift(share);
    for (let i = 0; i < q.length; i += 1) q[i] = (q[i] as number) - share * (y[i] as number);
  }
  const last = steps.at(-1);
  if (last) {
    const scale = 1 / (last.rho * dot(last.y, last.y));
    for (let i = 0; i < q.length; i += 1) q[i] = (q[i] as number) * scale;
  }
  for (const [at, { s, y, rho }] of steps.entries()) {
    const share = (shares[at] ?? 0) - rho * dot(y, q);
    for (let i = 0; i < q.length; i += 1) q[i] = (q[i] as number) + share * (s[i] as number);
  }
  return q;
}

/**
 * Logistic regression over features that are there or not and some that have values, with a ridge penalty of `ridge`/2 ×
 * the squared weights (the bias is free), by L-BFGS from zero (Liu and Nocedal 1989): deterministic.
 */
export function fitSparseLogistic(rows: SparseRows, isPositive: readonly boolean[], ridge: number): SparseFit {
  const { dimensions, width } = rows;
  const size = dimensions + width + 1;
  let w = new Float64Array(size);
  let slope = new Float64Array(size);
  let loss = measure(rows, isPositive, ridge, w, slope);
  const enough = ENOUGH * Math.sqrt(dot(slope, slope));
  const steps: Step[] = [];
  for (let round = 0; round < ITERATIONS && Math.sqrt(dot(slope, slope)) > enough; round += 1) {
    const direction = downhill(slope, steps);
    const descent = dot(direction, slope);
    let rate = steps.length === 0 ? 1 / Math.sqrt(dot(slope, slope)) : 1;
    const next = new Float64Array(size);
    const nextSlope = new Float64Array(size);
    let nextLoss = loss;
    for (let halving = 0; halving < HALVINGS; halving += 1, rate /= 2) {
      for (let i = 0; i < size; i += 1) next[i] = (w[i] as number) + rate * (direction[i] as number);
      nextLoss = measure(rows, isPositive, ridge, next, nextSlope);
      if (nextLoss <= loss + ARMIJO * rate * descent) break;
    }
    if (nextLoss >= loss) break;
    const s = next.map((value, i) => value - (w[i] as number));
    const y = nextSlope.map((value, i) => value - (slope[i] as number));
    const curvature = dot(s, y);
    if (curvature > 1e-12) steps.push({ s, y, rho: 1 / curvature });
    if (steps.length > MEMORY) steps.shift();
    w = next;
    slope = nextSlope;
    loss = nextLoss;
  }
  const last = dimensions + width;
  return { bias: w[last] ?? 0, weights: w.slice(0, dimensions), dense: w.slice(dimensions, last) };
}
