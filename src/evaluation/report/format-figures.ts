/** 1204 → "1,204". */
export const formatCount = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/gu, ',');

/** 1 → "1 case", 1204 → "1,204 cases". */
export const formatCounted = (count: number, one: string, many = `${one}s`): string =>
  `${formatCount(count)} ${count === 1 ? one : many}`;

/**
 * A share of 1 as a number of percent without the sign: finer near the ends, where a whole number would make nothing of
 * one failure, or all of all but one.
 */
function percentNumber(share: number): string {
  const percent = 100 * share;
  if (percent < 1e-6) return '0';
  if (percent > 100 - 1e-6) return '100';
  if (percent < 1) return percent.toPrecision(percent < 0.1 ? 1 : 2);
  // Never rounded up to all.
  if (percent > 99) return (Math.floor(10 * percent + 1e-6) / 10).toFixed(1);
  return percent.toFixed(percent < 9.95 ? 1 : 0);
}

/** 0.64 → "64%", 0.0317 → "3.2%", 0.0095 → "0.95%". */
export const formatPercent = (share: number): string => `${percentNumber(share)}%`;

/** "58–70%". */
export const formatPercentRange = (lower: number, upper: number): string =>
  `${percentNumber(lower)}–${percentNumber(upper)}%`;

/** A mean: two decimals where a whole number would hide it. */
export const formatNumber = (value: number): string => value.toFixed(Math.abs(value) < 2 ? 2 : 1);

/** ["a", "b", "c"] → "a, b and c". */
export function formatList(parts: readonly string[]): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} and ${last}`;
}

/** Names the reader may compare by eye: the first characters of a long digest, and the plus of one with changes upon it. */
export const shortIdentity = (identity: string): string =>
  identity.replace(/^([0-9a-f]{12})[0-9a-f]{4,}(\+?)$/u, '$1$2');
