import type { EvalReply } from './eval-reply.ts';
import type { TargetIdentity } from './eval-target.ts';

/** One case as it came out. Nothing in it depends on the clock: the same seed and product give the same bytes. */
export interface CaseRecord {
  readonly suite: string;
  readonly id: string;
  readonly split: 'dev' | 'test';
  readonly tags: readonly string[];
  /** What cases have in common that are not independent of each other: the topic, or the case itself. */
  readonly cluster: string;
  readonly turns: readonly string[];
  /** Classes of the decision matrix: `answered`, `abstained/no_evidence`, `escalated/emergency`… */
  readonly expected: string;
  readonly actual: string;
  /** Of confusing the two, by the cost table. */
  readonly cost: number;
  /** Yes-or-no findings that apply to the case, by name; see `checks.ts`. */
  readonly checks: Readonly<Record<string, boolean>>;
  /** Measures that apply to it, by name. */
  readonly values: Readonly<Record<string, number>>;
  /** What is wrong with it, in plain words; empty when nothing is. */
  readonly problems: readonly string[];
  readonly replies: readonly EvalReply[];
}

export interface SuiteIdentity {
  readonly name: string;
  /** sha256 of the cases that were run, in their order. */
  readonly digest: string;
  readonly cases: number;
}

/** `run.json`: everything a report is drawn from. */
export interface EvalRun {
  readonly schema: 1;
  readonly split: 'dev' | 'test';
  readonly seed: number;
  readonly identity: TargetIdentity;
  readonly suites: readonly SuiteIdentity[];
  readonly records: readonly CaseRecord[];
  readonly metrics: readonly Metric[];
}

/** One figure with its 95% interval. */
export interface Metric {
  /** `suite.check` or `suite.value`; `all.` for figures across suites. */
  readonly name: string;
  readonly suite: string;
  readonly kind: MetricKind;
  /** A share of cases, or a mean of values over them. */
  readonly of: 'share' | 'mean';
  /** Sum for a share (its successes), mean for a mean. */
  readonly value: number;
  readonly successes: number | null;
  readonly n: number;
  readonly lower: number;
  readonly upper: number;
  readonly better: 'higher' | 'lower';
}

/** A flip of a `safety` check fails the gate by itself; `quality` on significance or a drop; `information` never. */
export type MetricKind = 'safety' | 'quality' | 'information';
