import { z } from 'zod';
import { promptHeader } from '#assistant/signing/prompt-header.ts';
import type { Features } from './measure-candidate.ts';

const weightSchema = z.strictObject({ mean: z.number(), deviation: z.number().positive(), weight: z.number() });
const partSchema = z.strictObject({ bias: z.number(), features: z.record(z.string(), weightSchema) });

export const evidenceModelSchema = z.strictObject({
  id: z.literal('evidence-model'),
  ...promptHeader,
  /** What it was fitted to. */
  made: z.strictObject({ cases: z.int(), command: z.string() }),
  /** Which candidate answers best. */
  ranking: partSchema,
  /** Whether the best one answers at all. */
  sufficiency: partSchema,
  /** Least probability of being right at which something is said. */
  threshold: z.number().min(0).max(1),
});

export type EvidenceModel = z.infer<typeof evidenceModelSchema>;
export type LinearPart = EvidenceModel['ranking'];

/** Sum of the standardised features, each by its weight; features that the part does not name have no say. */
export function weigh({ bias, features }: LinearPart, measured: Features): number {
  let sum = bias;
  for (const name in features) {
    const one = features[name];
    if (one) sum += (one.weight * ((measured[name] ?? 0) - one.mean)) / one.deviation;
  }
  return sum;
}

/** Reads the model's file. Throws naming what is wrong. */
export function readEvidenceModel(text: string): EvidenceModel {
  const parsed = evidenceModelSchema.safeParse(JSON.parse(text));
  if (!parsed.success) throw new Error(`evidence-model.json: ${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
