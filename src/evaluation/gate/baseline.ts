import { z } from 'zod';
import { CHECK_NAMES, CHECKS, isCheck, isValue, VALUE_NAMES, VALUES } from '#evaluation/run/check-kinds.ts';
import { targetIdentitySchema } from '#evaluation/run/eval-target.ts';
import type { CaseRecord, EvalRun } from '#evaluation/run/run-record.ts';

const ids = z.array(z.string());
export const baselineSchema = z.strictObject({
  schema: z.literal(1),
  acceptedOn: z.iso.date(),
  /** Why what was worse, if anything was, is accepted. */
  reason: z.string().min(1),
  identity: targetIdentitySchema,
  /** What was accepted before, oldest first. */
  history: z.array(z.strictObject({ acceptedOn: z.iso.date(), reason: z.string(), accepted: z.array(z.string()) })),
  suites: z.record(
    z.string(),
    z.strictObject({
      checks: z.partialRecord(z.enum(CHECK_NAMES), z.strictObject({ passed: ids, failed: ids })),
      values: z.partialRecord(z.enum(VALUE_NAMES), z.record(z.string(), z.number())),
      /** Class that came → ids. */
      outcomes: z.record(z.string(), ids),
    }),
  ),
});

export type Baseline = z.infer<typeof baselineSchema>;
export type SuiteResults = Baseline['suites'][string];

/** Reads `evals/baseline.json`. Throws naming what is wrong. */
export function readBaseline(text: string): Baseline {
  const parsed = baselineSchema.safeParse(JSON.parse(text));
  if (!parsed.success) throw new Error(`baseline.json: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

/** What the gate compares of a run, by suite and case. */
export function resultsOf(records: readonly CaseRecord[]): Baseline['suites'] {
  const suites: Record<string, SuiteResults> = {};
  for (const { suite, id, actual, checks, values } of records) {
    suites[suite] ??= { checks: {}, values: {}, outcomes: {} };
    const own = suites[suite];
    if (actual !== '') {
      own.outcomes[actual] ??= [];
      own.outcomes[actual].push(id);
    }
    for (const [check, passed] of Object.entries(checks)) {
      if (!isCheck(check) || CHECKS[check].kind === 'information') continue;
      own.checks[check] ??= { passed: [], failed: [] };
      own.checks[check][passed ? 'passed' : 'failed'].push(id);
    }
    for (const [name, value] of Object.entries(values)) {
      if (!isValue(name) || VALUES[name].kind !== 'quality') continue;
      own.values[name] ??= {};
      own.values[name][id] = Math.round(1e4 * value) / 1e4;
    }
  }
  return suites;
}

/** The baseline that a run makes when somebody accepts it; `accepted` says what fails by the one before. */
export function acceptRun(
  run: EvalRun,
  before: Baseline | null,
  accepting: { readonly acceptedOn: string; readonly reason: string; readonly accepted: readonly string[] },
): Baseline {
  const { acceptedOn, reason, accepted } = accepting;
  return {
    schema: 1,
    acceptedOn,
    reason,
    identity: run.identity,
    history: [...(before?.history ?? []), { acceptedOn, reason, accepted: [...accepted] }],
    suites: resultsOf(run.records),
  };
}
