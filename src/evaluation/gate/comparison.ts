import type { MetricKind } from '#evaluation/run/run-record.ts';

export interface Finding {
  readonly suite: string;
  /** A check, or a measure whose mean is compared. */
  readonly check: string;
  readonly kind: MetricKind;
  /** Over the cases that both have. For a measure `passed` is the sum of its values. */
  readonly before: { readonly passed: number; readonly of: number };
  readonly after: { readonly passed: number; readonly of: number };
  /** Of the exact McNemar test; null for a measure. */
  readonly pValue: number | null;
  readonly fails: boolean;
  /** One plain sentence. */
  readonly why: string;
  /** Case ids. */
  readonly worse: readonly string[];
  readonly better: readonly string[];
}

/** A run beside the accepted baseline. */
export interface Comparison {
  readonly baseline: {
    readonly commit: string | null;
    /** "the baseline accepted on 2026-11-25", "the run NAME". */
    readonly name: string;
    readonly reason: string;
  };
  readonly verdict: 'pass' | 'fail';
  /** Only where something changed, what fails first. */
  readonly findings: readonly Finding[];
  /** Cases that the baseline does not know. */
  readonly newCases: number;
  /** Cases of the baseline that were not run, though their suite was. */
  readonly goneCases: number;
  /** Which of commit, corpus, prompts, index, encoder and model differ. */
  readonly changed: readonly string[];
}
