import type { CaseRecord } from './run-record.ts';

export interface MatrixCell {
  readonly expected: string;
  readonly actual: string;
  readonly count: number;
  /** Of one such case. */
  readonly cost: number;
}

/** How often what came where something else should, with what one such case costs; only cells that hold a case. */
export function drawMatrix(records: readonly CaseRecord[]): MatrixCell[] {
  const cells = new Map<string, MatrixCell>();
  for (const { expected, actual, cost } of records) {
    if (actual === '') continue;
    const key = `${expected} ${actual}`;
    const known = cells.get(key);
    cells.set(key, { expected, actual, cost, count: (known?.count ?? 0) + 1 });
  }
  return [...cells.values()].sort((a, b) => order(a).localeCompare(order(b)));
}

const order = ({ expected, actual }: MatrixCell): string => `${expected} ${actual}`;
