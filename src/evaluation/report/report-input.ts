import type { Comparison } from '#evaluation/gate/comparison.ts';
import type { MatrixCell } from '#evaluation/run/decision-matrix.ts';
import type { EvalRun } from '#evaluation/run/run-record.ts';

/** Everything a report is drawn from: no clock and no chance, so the same input gives the same bytes. */
export interface ReportInput {
  readonly run: EvalRun;
  readonly matrix: readonly MatrixCell[];
  /** Null when there is nothing to compare with. */
  readonly comparison: Comparison | null;
  /** What the figures do not show, one plain sentence each. */
  readonly limits: readonly string[];
}
