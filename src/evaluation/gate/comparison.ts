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

/** Cases that came out as one class before and as another now. */
export interface Move {
  readonly from: string;
  readonly to: string;
  /** `suite/id`. */
  readonly cases: readonly string[];
}

export interface NamedDocument {
  readonly documentId: string;
  readonly title: string;
}

/** Documents that only one of the two runs had, or had in another version. */
export interface DocumentChanges {
  readonly added: readonly NamedDocument[];
  readonly removed: readonly NamedDocument[];
  readonly changed: readonly NamedDocument[];
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
  /** Most cases first; of the cases that both have. */
  readonly moves: readonly Move[];
  readonly documents: DocumentChanges;
  /** Files of `prompts/` that only one of the two runs had, or had in another version; none where either does not tell. */
  readonly prompts: readonly string[];
  /** Which of commit, corpus, prompts, index, encoder and model differ. */
  readonly changed: readonly string[];
}
