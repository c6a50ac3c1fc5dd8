/** Agreement of two raters beyond chance, with its 95% interval; all null where it does not exist, and why. */
export interface Kappa {
  readonly value: number | null;
  readonly lower: number | null;
  readonly upper: number | null;
  /** `one_answer_only`: both gave the same single answer throughout, so that chance alone explains all agreement. */
  readonly reason: 'no_items' | 'one_answer_only' | null;
}

type Matrix = ReadonlyArray<readonly number[]>;

const z95 = 1.959964;

/**
 * Cohen's kappa (Cohen 1960, Educ. Psychol. Meas. 20:37) of a square matrix of counts: rows are the one rater's answers,
 * columns the other's. The interval is that of `asymptoticKappa` after half an item was added to each cell of the answers
 * that were used, widened to hold the value: without it the interval is far too short for answers as uneven as reviews
 * give, and has no width where nobody disagreed. What either covers is measured by `tests/unit/evaluation/cohen-kappa.test.ts`.
 */
export function cohenKappa(matrix: Matrix): Kappa {
  const n = sum(matrix.map(sum));
  const none = { value: null, lower: null, upper: null };
  if (n === 0) return { ...none, reason: 'no_items' };
  if (matrix.some((row, i) => row[i] === n)) return { ...none, reason: 'one_answer_only' };
  const { value } = asymptoticKappa(matrix);
  const used = matrix.map((row, i) => sum(row) + sum(matrix.map((other) => other[i] ?? 0)) > 0);
  const smoothed = asymptoticKappa(
    matrix.map((row, i) => row.map((count, j) => (used[i] === true && used[j] === true ? count + 0.5 : 0))),
  );
  return {
    value,
    lower: Math.min(value, smoothed.lower),
    upper: Math.max(value, smoothed.upper),
    reason: null,
  };
}

/**
 * Kappa with the two-sided 95% interval from the asymptotic variance of Fleiss, Cohen and Everitt (1969, Psychol. Bull.
 * 72:323), cut to [-1, 1]. NaN where chance agreement is 1.
 */
export function asymptoticKappa(matrix: Matrix): {
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
} {
  const n = sum(matrix.map(sum));
  const places = matrix.map((_row, i) => i);
  const share = (i: number, j: number) => (matrix[i]?.[j] ?? 0) / n;
  const rows = places.map((i) => sum(places.map((j) => share(i, j))));
  const columns = places.map((j) => sum(places.map((i) => share(i, j))));
  const observed = sum(places.map((i) => share(i, i)));
  const expected = sum(places.map((i) => (rows[i] ?? 0) * (columns[i] ?? 0)));

  const value = (observed - expected) / (1 - expected);
  const alike = places.map(
    (i) => share(i, i) * (1 - expected - ((columns[i] ?? 0) + (rows[i] ?? 0)) * (1 - observed)) ** 2,
  );
  const different = places.flatMap((i) =>
    places.map((j) => (i === j ? 0 : share(i, j) * ((columns[i] ?? 0) + (rows[j] ?? 0)) ** 2)),
  );
  const spread =
    sum(alike) + (1 - observed) ** 2 * sum(different) - (observed * expected - 2 * expected + observed) ** 2;
  const halfWidth = z95 * Math.sqrt(Math.max(0, spread) / (n * (1 - expected) ** 4));
  return { value, lower: Math.max(-1, value - halfWidth), upper: Math.min(1, value + halfWidth) };
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
