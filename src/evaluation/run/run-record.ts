import { z } from 'zod';
import { evalReplySchema } from './eval-reply.ts';
import { targetIdentitySchema } from './eval-target.ts';

const strings = z.array(z.string()).readonly();
const split = z.enum(['dev', 'test']);

/** One case as it came out. Nothing in it depends on the clock: the same seed and product give the same bytes. */
export const caseRecordSchema = z.object({
  suite: z.string(),
  id: z.string(),
  split,
  tags: strings,
  /** What cases have in common that are not independent of each other: the topic, or the case itself. */
  cluster: z.string(),
  turns: strings,
  /**
   * Classes of the decision matrix: `answered`, `abstained/no_evidence`, `escalated/emergency`… `actual` is empty where the
   * case asks nothing of the assistant but of its search or its verifier.
   */
  expected: z.string(),
  actual: z.string(),
  /** Of confusing the two, by the cost table. */
  cost: z.number(),
  /** Yes-or-no findings that apply to the case, by name; see `check-kinds.ts`. */
  checks: z.record(z.string(), z.boolean()),
  /** Measures that apply to it, by name. */
  values: z.record(z.string(), z.number()),
  /** What is wrong with it, in plain words; empty when nothing is. */
  problems: strings,
  replies: z.array(evalReplySchema).readonly(),
});

export type CaseRecord = Readonly<z.infer<typeof caseRecordSchema>>;

export const suiteIdentitySchema = z.object({
  name: z.string(),
  /** sha256 of the cases that were run, in their order. */
  digest: z.string(),
  cases: z.int(),
});

export type SuiteIdentity = Readonly<z.infer<typeof suiteIdentitySchema>>;

/** A flip of a `safety` check fails the gate by itself; `quality` on significance or a drop; `information` never. */
const metricKind = z.enum(['safety', 'quality', 'information']);
export type MetricKind = z.infer<typeof metricKind>;

/** One figure with its 95% interval. */
export const metricSchema = z.object({
  /** `suite.check`, `suite.class.<expected class>` or `suite.value`. */
  name: z.string(),
  suite: z.string(),
  kind: metricKind,
  /** A share of cases, or a mean of values over them. */
  of: z.enum(['share', 'mean']),
  /** Share, 0 to 1, or mean. */
  value: z.number(),
  /** Of a share; null for a mean. */
  successes: z.int().nullable(),
  n: z.int(),
  lower: z.number(),
  upper: z.number(),
  better: z.enum(['higher', 'lower']),
});

export type Metric = Readonly<z.infer<typeof metricSchema>>;

/** `run.json`: everything a report is drawn from. */
export const evalRunSchema = z.object({
  schema: z.literal(1),
  split,
  seed: z.int(),
  identity: targetIdentitySchema,
  /** Who says whether sources carry a sentence. */
  judge: z.string(),
  suites: z.array(suiteIdentitySchema).readonly(),
  records: z.array(caseRecordSchema).readonly(),
  metrics: z.array(metricSchema).readonly(),
});

export type EvalRun = Readonly<z.infer<typeof evalRunSchema>>;
