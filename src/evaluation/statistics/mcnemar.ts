/**
 * Exact two-sided McNemar test (McNemar 1947; binomial form) for paired yes-or-no results: the chance of a split at least as
 * uneven as `worse` to `better` if a change were as likely in either direction. 1 when nothing changed. Six changes in one
 * direction are the fewest with p < .05. Throws a RangeError when the counts are no counts.
 */
export function exactMcNemar(worse: number, better: number): number {
  if (!Number.isInteger(worse) || !Number.isInteger(better) || worse < 0 || better < 0)
    throw new RangeError(`${worse} and ${better} are no counts.`);
  const n = worse + better;
  if (n === 0) return 1;
  let log = -n * Math.LN2;
  let tail = 0;
  // C(n, i) / 2^n for i up to the smaller count.
  for (let i = 0; i <= Math.min(worse, better); i += 1) {
    if (i > 0) log += Math.log(n - i + 1) - Math.log(i);
    tail += Math.exp(log);
  }
  return Math.min(1, 2 * tail);
}
