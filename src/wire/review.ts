import { z } from 'zod';
import { reviewCauses, reviewStates } from '#domain/review.ts';
import { rubricSchema } from '#domain/rubric.ts';
import { citationSchema, sentenceRoleSchema } from './citation.ts';
import { feedbackSchema } from './feedback.ts';

const head = {
  id: z.string(),
  source: z.enum(['turn', 'suite']),
  cause: z.enum(reviewCauses),
  state: z.enum(reviewStates),
  addedAt: z.string(),
  suite: z.string().nullable(),
  caseId: z.string().nullable(),
};

export const reviewListSchema = z.object({
  items: z
    .array(z.object({ ...head, patientRating: z.enum(['up', 'down']).nullable(), isRatedByMe: z.boolean() }))
    .readonly(),
});

const reply = z.object({
  outcome: z.string(),
  reason: z.string().nullable(),
  level: z.string().nullable(),
  sentences: z
    .array(
      z.object({
        text: z.string(),
        citations: z.array(z.int()).readonly(),
        role: sentenceRoleSchema.nullable(),
      }),
    )
    .readonly(),
  citations: z.array(citationSchema.omit({ url: true, reviewedOn: true, overdue: true, alsoIn: true })).readonly(),
  notice: z.string().nullable().describe('Id of the fixed text that was shown.'),
});

const exchange = z.object({ question: z.string(), reply: reply.nullable() });

export const reviewItemSchema = z.object({
  ...head,
  turnId: z.string().nullable(),
  shown: exchange.extend({ earlier: z.array(exchange).readonly(), feedback: feedbackSchema.nullable() }),
  ratings: z
    .array(
      z.object({ reviewer: z.string(), rubric: rubricSchema, comment: z.string().nullable(), ratedAt: z.string() }),
    )
    .readonly()
    .describe("Until both are there, only the reader's own."),
  adjudication: z
    .object({ adjudicator: z.string(), rubric: rubricSchema, reason: z.string().nullable(), decidedAt: z.string() })
    .nullable(),
});

const agreement = {
  items: z.int(),
  disagreed: z.int().describe('Items on which any question was answered differently.'),
  questions: z
    .array(
      z.object({
        question: rubricSchema.keyof(),
        options: z.array(z.string()).readonly(),
        matrix: z.array(z.array(z.int()).readonly()).readonly(),
        raw: z.object({ successes: z.int(), trials: z.int(), lower: z.number(), upper: z.number() }),
        kappa: z.object({
          value: z.number().nullable(),
          lower: z.number().nullable(),
          upper: z.number().nullable(),
          reason: z.enum(['no_items', 'one_answer_only']).nullable(),
        }),
        final: z.record(z.string(), z.int()),
      }),
    )
    .readonly(),
};

export const agreementSchema = z.object({
  ...agreement,
  pairs: z.array(z.object({ reviewers: z.array(z.string()).length(2).readonly(), ...agreement })).readonly(),
});

export const promotionSchema = z.object({
  case: z.looseObject({ id: z.string(), turns: z.array(z.string()) }),
  line: z.string().describe('The case as one line for a suite file.'),
});

export type WireReviewList = z.infer<typeof reviewListSchema>;
export type WireReviewItem = z.infer<typeof reviewItemSchema>;
export type WireAgreement = z.infer<typeof agreementSchema>;
export type WirePromotion = z.infer<typeof promotionSchema>;
