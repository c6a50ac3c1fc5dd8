import { z } from 'zod';
import { reviewStates } from '#domain/review.ts';
import { rubricSchema } from '#domain/rubric.ts';
import { idSchema } from './id.ts';
import { limits } from './limits.ts';
import { personText } from './person-text.ts';

export const reviewQuerySchema = z.strictObject({
  state: z.enum(reviewStates).optional(),
  source: z.enum(['turn', 'suite']).optional(),
  rating: z.literal('down').optional(),
  mine: z.enum(['todo', 'rated']).optional(),
  after: idSchema.optional(),
  limit: z.coerce.number().int().min(1).max(limits.reviewItems).default(50),
});

export const ratingRequestSchema = rubricSchema.extend({ comment: personText(limits.commentChars).optional() });

export const adjudicationRequestSchema = rubricSchema.extend({ reason: personText(limits.commentChars) });

const facts = z
  .array(z.array(personText(limits.factChars)).min(1).max(20))
  .max(20)
  .default([]);

/** A question without anything that points at a person, and what its answer should be. */
export const promotionRequestSchema = z.strictObject({
  turns: z.array(personText(limits.messageChars)).min(1).max(10),
  expected: z.strictObject({
    outcome: z.enum(['answered', 'abstained', 'referred', 'escalated', 'replied', 'not_escalated', 'not_referred']),
    reason: z
      .enum(['no_evidence', 'out_of_scope', 'unsupported_language', 'case_specific', 'requested_human', 'smalltalk'])
      .nullable()
      .default(null),
    level: z.enum(['emergency', 'urgent', 'crisis']).nullable().default(null),
  }),
  facts: z.strictObject({ required: facts, forbidden: facts }).prefault({}),
  tags: z
    .array(z.string().regex(/^[a-z0-9][a-z0-9:_-]{0,39}$/))
    .max(20)
    .default([]),
});
