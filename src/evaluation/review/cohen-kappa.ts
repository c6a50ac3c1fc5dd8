/** Agreement of two raters beyond chance, with its interval; null where it does not exist, and why. */
export interface Kappa {
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  /**
   * `no_items`; `one_answer_only`: both gave the same single answer throughout, so chance alone explains all agreement;
   * `no_disagreement`: the value is 1 and the asymptotic interval has no width, which says nothing about so few items.
   */
  readonly reason: 'no_items' | 'one_answer_only' | 'no_disagreement' | null;
}

const z95 = 1.959964;

/**
 * Cohen's kappa (Cohen 1960, Educ. Psychol. Meas. 20:37) of a square matrix of counts, rows the one rater's answers and
 * columns the other's, with a two-sided 95% interval from the asymptotic variance of Fleiss, Cohen and Everitt (1969,
 * Psychol. Bull. 72:323, eq. 13), cut to [-1, 1]. Under some 40 items the interval is narrower than it should be;
 * `docs/review.md` has what was measured.
 */
export function cohenKappa(matrix: ReadonlyArray<readonly number[]>): Kappa {
  const n = sum(matrix.map(sum));
  const none = { value: null, lower: null, upper: null };
  if (n === 0) return { ...none, reason: 'no_items' };
  const share = (i: number, j: number) => (matrix[i]?.[j] ?? 0) / n;
  const places = matrix.map((_row, i) => i);
  const rows = places.map((i) => sum(places.map((j) => share(i, j))));
  const columns = places.map((j) => sum(places.map((i) => share(i, j))));
  const observed = sum(places.map((i) => share(i, i)));
  const expected = sum(places.map((i) => (rows[i] ?? 0) * (columns[i] ?? 0)));
  if (matrix.some((row, i) => row[i] === n)) return { ...none, reason: 'one_answer_only' };

  const value = (observed - expected) / (1 - expected);
  if (places.every((i) => places.every((j) => i === j || share(i, j) === 0))) {
    return { value: 1, lower: null, upper: null, reason: 'no_disagreement' };
  }
  const agreeing = places.map(
    (i) => share(i, i) * (1 - expected - ((columns[i] ?? 0) + (rows[i] ?? 0)) * (1 - observed)) ** 2,
  );
  const differing = places.flatMap((i) =>
    places.map((j) => (i === j ? 0 : share(i, j) * ((columns[i] ?? 0) + (rows[j] ?? 0)) ** 2)),
  );
  const spread =
    sum(agreeing) + (1 - observed) ** 2 * sum(differing) - (observed * expected - 2 * expected + observed) ** 2;
  const halfWidth = z95 * Math.sqrt(Math.max(0, spread) / (n * (1 - expected) ** 4));
  return { value, lower: Math.max(-1, value - halfWidth), upper: Math.min(1, value + halfWidth), reason: null };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
