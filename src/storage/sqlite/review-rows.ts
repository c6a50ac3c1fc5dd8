import { z } from 'zod';
import { type ReviewReply, reviewCauses, reviewStates, type SuiteAnswer } from '#domain/review.ts';
import { rubricSchema } from '#domain/rubric.ts';
import { conversationId, reviewItemId, turnId } from './id-schema.ts';

const replySchema: z.ZodType<ReviewReply> = z.object({
  outcome: z.string(),
  reason: z.string().nullable(),
  level: z.string().nullable(),
  sentences: z.array(
    z.object({
      text: z.string(),
      citations: z.array(z.int()),
      role: z.enum(['caveat', 'other_source']).nullable(),
    }),
  ),
  citations: z.array(
    z.object({
      n: z.int(),
      passageId: z.string(),
      documentId: z.string(),
      documentVersion: z.string(),
      title: z.string(),
      section: z.string().nullable(),
      quote: z.string(),
      start: z.int(),
      end: z.int(),
    }),
  ),
  notice: z.string().nullable(),
});

const answerSchema: z.ZodType<SuiteAnswer> = z.object({
  suite: z.string(),
  caseId: z.string(),
  turns: z.array(z.string()),
  reply: replySchema,
});

/** A column that holds JSON. */
function jsonOf<Schema extends z.ZodType>(schema: Schema) {
  return z
    .string()
    .transform((json): unknown => JSON.parse(json))
    .pipe(schema);
}

const source = z.enum(['turn', 'suite']);
const cause = z.enum(reviewCauses);
const state = z.enum(reviewStates);

export const itemSchema = z.object({
  id: reviewItemId,
  source,
  cause,
  state,
  addedAt: z.string(),
  conversationId: conversationId.nullable(),
  turnId: turnId.nullable(),
  answer: jsonOf(answerSchema).nullable(),
});

export const ratingSchema = z.object({
  reviewer: z.string(),
  rubric: jsonOf(rubricSchema),
  comment: z.string().nullable(),
  ratedAt: z.string(),
});

export const adjudicationSchema = z.object({
  adjudicator: z.string(),
  rubric: jsonOf(rubricSchema),
  reason: z.string().nullable(),
  decidedAt: z.string(),
});

export const summarySchema = z.object({
  id: reviewItemId,
  source,
  cause,
  state,
  addedAt: z.string(),
  patientRating: z.enum(['up', 'down']).nullable(),
  suite: z.string().nullable(),
  caseId: z.string().nullable(),
  isRatedByMe: z.literal([0, 1]).transform((rated) => rated === 1),
});

export const referenceSchema = z.object({ conversationId, turnId });

export const promotedSchema = z.object({
  caseId: z.string(),
  line: z.string(),
  promotedBy: z.string(),
  promotedAt: z.string(),
});
