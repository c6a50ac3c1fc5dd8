export interface SparseRow {
  /** Indexes of the features that are there. */
  readonly features: readonly number[];
  /** Values of the features that always are, or null where none is used; as long in every row. */
  readonly dense: Float32Array | null;
}

export interface SparseFit {
  readonly bias: number;
  readonly weights: Float64Array;
  readonly dense: Float64Array;
}

const ITERATIONS = 200;
/** Pairs of steps and slopes remembered (Nocedal and Wright 2006, section 7.2). */
const MEMORY = 8;
const SMALL_SLOPE = 1e-4;
const ARMIJO = 1e-4;
const HALVINGS = 30;

const dot = (a: Float64Array, b: Float64Array): number => {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
};

/**
 * Logistic regression over features that are there or not and some that have values, with a ridge penalty of `ridge`/2 ×
 * the squared weights (the bias is free), by L-BFGS from zero: deterministic.
 */
export function fitSparseLogistic(
  rows: readonly SparseRow[],
  isPositive: readonly boolean[],
  dimensions: number,
  ridge: number,
): SparseFit {
  const width = rows[0]?.dense?.length ?? 0;
  const penalised = dimensions + width;
  const size = penalised + 1;
  /** Loss, with its slope written into `slope`. */
  const measure = (w: Float64Array, slope: Float64Array): number => {
    let loss = 0;
    for (let i = 0; i < penalised; i += 1) {
      slope[i] = ridge * (w[i] ?? 0);
      loss += 0.5 * ridge * (w[i] ?? 0) ** 2;
    }
    slope[penalised] = 0;
    for (const [at, { features, dense }] of rows.entries()) {
      let score = w[penalised] ?? 0;
      for (const feature of features) score += w[feature] ?? 0;
      for (let i = 0; i < width; i += 1) score += (w[dimensions + i] ?? 0) * (dense?.[i] ?? 0);
      const signed = isPositive[at] ? score : -score;
      // log(1 + e^-s), without overflow.
      loss += signed > 0 ? Math.log1p(Math.exp(-signed)) : Math.log1p(Math.exp(signed)) - signed;
      const pull = (isPositive[at] ? -1 : 1) / (1 + Math.exp(signed));
      for (const feature of features) slope[feature] = (slope[feature] ?? 0) + pull;
      for (let i = 0; i < width; i += 1)
        slope[dimensions + i] = (slope[dimensions + i] ?? 0) + pull * (dense?.[i] ?? 0);
      slope[penalised] = (slope[penalised] ?? 0) + pull;
    }
    return loss;
  };

  let w = new Float64Array(size);
  let slope = new Float64Array(size);
  let loss = measure(w, slope);
  const steps: Array<{ readonly s: Float64Array; readonly y: Float64Array; readonly rho: number }> = [];
  for (let round = 0; round < ITERATIONS && Math.sqrt(dot(slope, slope)) > SMALL_SLOPE * rows.length; round += 1) {
    const direction = downhill(slope, steps);
    const descent = dot(direction, slope);
    let rate = steps.length === 0 ? 1 / Math.sqrt(dot(slope, slope)) : 1;
    let next = w;
    let nextSlope = slope;
    let nextLoss = loss;
    for (let halving = 0; halving < HALVINGS; halving += 1, rate /= 2) {
      const scale = rate;
      next = w.map((value, i) => value + scale * (direction[i] ?? 0));
      nextSlope = new Float64Array(size);
      nextLoss = measure(next, nextSlope);
      if (nextLoss <= loss + ARMIJO * rate * descent) break;
    }
    if (nextLoss >= loss) break;
    const s = next.map((value, i) => value - (w[i] ?? 0));
    const y = nextSlope.map((value, i) => value - (slope[i] ?? 0));
    const curvature = dot(s, y);
    if (curvature > 1e-12) steps.push({ s, y, rho: 1 / curvature });
    if (steps.length > MEMORY) steps.shift();
    w = next;
    slope = nextSlope;
    loss = nextLoss;
  }
  return { bias: w[penalised] ?? 0, weights: w.slice(0, dimensions), dense: w.slice(dimensions, penalised) };
}

/** The two-loop recursion: the slope turned downhill and stretched by what the last steps told of the curvature. */
function downhill(
  slope: Float64Array,
  steps: ReadonlyArray<{ readonly s: Float64Array; readonly y: Float64Array; readonly rho: number }>,
): Float64Array {
  const q = slope.map((value) => -value);
  const shares: number[] = [];
  for (const { s, y, rho } of [...steps].reverse()) {
    const share = rho * dot(s, q);
    shares.push(share);
    for (let i = 0; i < q.length; i += 1) q[i] = (q[i] ?? 0) - share * (y[i] ?? 0);
  }
  const last = steps.at(-1);
  if (last) {
    const scale = 1 / (last.rho * dot(last.y, last.y));
    for (let i = 0; i < q.length; i += 1) q[i] = (q[i] ?? 0) * scale;
  }
  for (const [at, { s, y, rho }] of steps.entries()) {
    const share = (shares[steps.length - 1 - at] ?? 0) - rho * dot(y, q);
    for (let i = 0; i < q.length; i += 1) q[i] = (q[i] ?? 0) + share * (s[i] ?? 0);
  }
  return q;
}
