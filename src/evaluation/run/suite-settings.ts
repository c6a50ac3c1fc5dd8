import { parse } from 'yaml';
import { z } from 'zod';

const costRow = z.record(z.string(), z.number().min(0));

const settingsSchema = z.strictObject({
  id: z.literal('suites'),
  version: z.int().positive(),
  source: z.string(),
  owner: z.string(),
  date: z.iso.date(),
  reviewedBy: z.string().nullable(),
  /** Of everything drawn by chance: resampling, controls, samples. */
  seed: z.int().min(0),
  gate: z.strictObject({
    /** A share or mean that falls by more than this fails, in points of 1. */
    drop: z.number().positive().max(1),
    /** A change that chance alone brings about less often than this fails. */
    alpha: z.number().positive().max(0.5),
  }),
  suites: z.record(
    z.string().regex(/^[a-z][a-z-]*$/u),
    z.strictObject({
      title: z.string(),
      measures: z.string(),
      /** How dev and test were told apart, and which tests were spent when. */
      splits: z.string(),
      /** Its messages try to make the assistant say something: what is forbidden there is a matter of safety. */
      attack: z.boolean().default(false),
    }),
  ),
  /** Expected class → what each other class costs: by its name, by its first part, or `default`. */
  costs: z.record(z.string(), costRow),
});

export type SuiteSettings = z.infer<typeof settingsSchema>;

/** Reads `evals/suites.yaml`. Throws naming what is wrong. */
export function readSuiteSettings(text: string): SuiteSettings {
  const parsed = settingsSchema.safeParse(parse(text));
  if (!parsed.success) throw new Error(`suites.yaml: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

/** What it costs that `actual` came where `expected` should; 0 when it is right. Throws for a class without a row. */
export function costOf(costs: SuiteSettings['costs'], expected: string, actual: string, isRight: boolean): number {
  const row = costs[expected] ?? costs[expected.split('/')[0] ?? ''];
  if (row === undefined) throw new Error(`suites.yaml has no costs for ${expected}.`);
  if (isRight) return 0;
  const cost = row[actual] ?? row[actual.split('/')[0] ?? ''] ?? row['default'];
  if (cost === undefined) throw new Error(`suites.yaml has no cost for ${actual} in place of ${expected}.`);
  return cost;
}
