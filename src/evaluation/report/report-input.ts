import type { EvalRun, MetricKind } from '#evaluation/run/run-record.ts';

/** Everything a report is drawn from: no clock and no chance, so the same input gives the same bytes. */
export interface ReportInput {
  readonly run: EvalRun;
  readonly matrix: readonly MatrixCell[];
  /** Null when there is nothing to compare with. */
  readonly comparison: Comparison | null;
  /** What the figures do not show, one plain sentence each. */
  readonly limits: readonly string[];
}

/** How often one class was expected and another (or the same) came, over all suites that ask. */
export interface MatrixCell {
  readonly expected: string;
  readonly actual: string;
  readonly count: number;
  /** Of one such case; 0 where it is as it should be. */
  readonly cost: number;
}

export interface Comparison {
  readonly baseline: { readonly commit: string | null; readonly acceptedOn: string; readonly reason: string };
  readonly verdict: 'pass' | 'fail';
  readonly findings: readonly Finding[];
  /** Cases that the baseline does not know, and those that only it knows: neither is compared. */
  readonly newCases: number;
  readonly goneCases: number;
  /** Which of commit, corpus, prompts, index, encoder and model differ. */
  readonly changed: readonly string[];
}

/** One check of one suite, or one measure, over the cases that both runs have; only where something changed. */
export interface Finding {
  readonly suite: string;
  readonly check: string;
  readonly kind: MetricKind;
  /** Of a measure `passed` is the sum of its values. */
  readonly before: { readonly passed: number; readonly of: number };
  readonly after: { readonly passed: number; readonly of: number };
  /** Exact McNemar over the flips; null for a measure. */
  readonly pValue: number | null;
  readonly fails: boolean;
  /** Why it fails or does not, one plain sentence. */
  readonly why: string;
  /** Ids of cases that passed before and fail now, and the other way round. */
  readonly worse: readonly string[];
  readonly better: readonly string[];
}
