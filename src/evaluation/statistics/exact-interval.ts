/** A proportion with its two-sided 95% interval. */
export interface Proportion {
  readonly successes: number;
  readonly trials: number;
  readonly lower: number;
  readonly upper: number;
}

function createLogFactorials(n: number): Float64Array {
  const table = new Float64Array(n + 1);
  for (let i = 2; i <= n; i += 1) table[i] = (table[i - 1] ?? 0) + Math.log(i);
  return table;
}

/** P(X ≥ k) for X ~ Binomial(n, p). */
function upperTail(k: number, n: number, p: number, logFactorials: Float64Array): number {
  if (k <= 0) return 1;
  if (p <= 0) return 0;
  if (p >= 1) return 1;
  const log = (i: number) => logFactorials[i] ?? 0;
  let sum = 0;
  for (let i = k; i <= n; i += 1) {
    sum += Math.exp(log(n) - log(i) - log(n - i) + i * Math.log(p) + (n - i) * Math.log1p(-p));
  }
  return sum;
}

/** The p in [0, 1] at which a rising function reaches `target`, by bisection to 1e-10. */
function solve(rising: (p: number) => number, target: number): number {
  let [low, high] = [0, 1];
  while (high - low > 1e-10) {
    const middle = (low + high) / 2;
    if (rising(middle) < target) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * Exact two-sided interval of a proportion (Clopper and Pearson 1934), at 95% unless `alpha` says otherwise. With no trial
 * it is [0, 1]. Throws a RangeError when the counts are no counts.
 */
export function exactInterval(successes: number, trials: number, alpha = 0.05): Proportion {
  if (!Number.isInteger(successes) || !Number.isInteger(trials) || successes < 0 || successes > trials)
    throw new RangeError(`${successes} of ${trials} is no proportion.`);
  if (trials === 0) return { successes, trials, lower: 0, upper: 1 };
  const table = createLogFactorials(trials);
  const lower = successes === 0 ? 0 : solve((p) => upperTail(successes, trials, p, table), alpha / 2);
  const upper = successes === trials ? 1 : solve((p) => upperTail(successes + 1, trials, p, table), 1 - alpha / 2);
  return { successes, trials, lower, upper };
}

/**
 * The most that the rate can be, at 95% one-sided (Clopper and Pearson 1934): 0 of 312 is at most 0.95%. 1 without a trial.
 */
export function upperBound(successes: number, trials: number, alpha = 0.05): number {
  return exactInterval(successes, trials, 2 * alpha).upper;
}

/** "51 of 143 (36%, 28–44)"; where there is none at all, what the rate is at most: "0 of 312 (≤ 0.95%)". */
export function formatProportion({ successes, trials, lower, upper }: Proportion): string {
  const percent = (share: number) => Math.round(100 * share);
  if (trials === 0) return '0 of 0';
  if (successes === 0) return `0 of ${trials} (≤ ${(100 * upperBound(0, trials)).toPrecision(2)}%)`;
  return `${successes} of ${trials} (${percent(successes / trials)}%, ${percent(lower)}–${percent(upper)})`;
}
