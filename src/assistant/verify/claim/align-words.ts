import type { Statement } from './statement.ts';

/** A stretch where two texts differ between words that they share, as places [from, to). */
export interface Difference {
  readonly claim: readonly [number, number];
  readonly evidence: readonly [number, number];
  /** Nothing shared stands before it, or nothing behind it: the claim may begin and end anywhere in its quotes. */
  readonly isOuter: boolean;
}

export interface Alignment {
  /** Share of the claim's words that stand in the quotes in the same order. */
  readonly share: number;
  readonly differences: readonly Difference[];
}

/** Longest common subsequence of the two texts' stems, read from the front. */
export function alignWords(claim: Statement, evidence: Statement, from: number, to: number): Alignment {
  const a = claim.words.map(({ stem }) => stem);
  const b = evidence.words.slice(from, to).map(({ stem }) => stem);
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  const at = (i: number, j: number): number => lengths[i * width + j] ?? 0;
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      lengths[i * width + j] = a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
  const differences: Difference[] = [];
  let [i, j] = [0, 0];
  let [ci, cj] = [0, 0];
  let any = false;
  const close = (isLast: boolean) => {
    if (i > ci || j > cj)
      differences.push({ claim: [ci, i], evidence: [from + cj, from + j], isOuter: !any || isLast });
  };
  while (i < a.length && j < b.length) {
    if (a[i] === b[j]) {
      close(false);
      any = true;
      i += 1;
      j += 1;
      [ci, cj] = [i, j];
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  [i, j] = [a.length, b.length];
  close(true);
  return { share: a.length === 0 ? 0 : at(0, 0) / a.length, differences };
}
