import { z } from 'zod';
import type { Outcome } from '#domain/outcome.ts';
import { reviewedSchema, sentenceSchema } from './citation-schema.ts';
import { noticeSchema } from './notice-schema.ts';

const answer = z.object({
  sentences: z.tuple([sentenceSchema], sentenceSchema),
  reviewed: reviewedSchema.exactOptional(),
});
const abstention = z.object({
  reason: z.enum(['no_evidence', 'out_of_scope', 'unsupported_language']),
  query: z.string(),
  missing: z.array(z.string()),
});
const referral = z.object({ reason: z.enum(['case_specific', 'requested_human']) });

const facets = {
  answer: answer.nullable(),
  abstention: abstention.nullable(),
  notice: noticeSchema.nullable(),
  referral: referral.nullable(),
};

export const levelSchema = z.enum(['emergency', 'urgent', 'crisis']);

export const outcomeSchema: z.ZodType<Outcome> = z.discriminatedUnion('kind', [
  z.object({ ...facets, kind: z.literal('answered'), answer }),
  z.object({ ...facets, kind: z.literal('abstained'), abstention, notice: noticeSchema }),
  z.object({ ...facets, kind: z.literal('referred'), referral, notice: noticeSchema }),
  z.object({ ...facets, kind: z.literal('escalated'), level: levelSchema, notice: noticeSchema }),
  z.object({ ...facets, kind: z.literal('replied'), notice: noticeSchema }),
]);
