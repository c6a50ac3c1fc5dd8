import type { MatrixCell } from '#evaluation/run/decision-matrix.ts';
import { compareClasses, isEscalation } from './describe-class.ts';

/** What became of the cases that should bring one kind of card. */
export interface AlarmCounts {
  /** Class of the matrix. */
  readonly expected: string;
  readonly cases: number;
  /** No card at all. */
  readonly missed: number;
  /** A card, but one that is not grave enough. */
  readonly tooLow: number;
}

const sum = (cells: readonly MatrixCell[]): number => cells.reduce((total, { count }) => total + count, 0);

/** One count for each class of alarm that the matrix expects, the gravest first. */
export function countAlarms(matrix: readonly MatrixCell[]): AlarmCounts[] {
  const classes = [...new Set(matrix.map(({ expected }) => expected).filter(isEscalation))].sort(compareClasses);
  return classes.map((expected) => {
    const row = matrix.filter((cell) => cell.expected === expected);
    return {
      expected,
      cases: sum(row),
      missed: sum(row.filter(({ actual }) => !isEscalation(actual))),
      tooLow: sum(row.filter(({ actual, cost }) => isEscalation(actual) && cost > 0)),
    };
  });
}

/** Cards shown where none is expected. */
export function countFalseAlarms(matrix: readonly MatrixCell[]): { readonly cases: number; readonly raised: number } {
  const others = matrix.filter(({ expected }) => !isEscalation(expected));
  return { cases: sum(others), raised: sum(others.filter(({ actual }) => isEscalation(actual))) };
}
