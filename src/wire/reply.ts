import { z } from 'zod';
import { citationSchema, citedSentenceSchema, reviewedSchema } from './citation.ts';
import { handoffSchema } from './handoff.ts';
import { noticeSchema } from './notice.ts';
import { tooMuchSchema } from './too-much.ts';

export const debugSchema = z.object({
  asks: z.array(z.string()).readonly(),
  rules: z
    .array(
      z.object({
        signal: z.string(),
        rule: z.string(),
        span: z.array(z.int()).length(2).readonly().nullable(),
        because: z.array(z.string()).readonly(),
      }),
    )
    .readonly(),
  retrieved: z.array(z.object({ ask: z.int().min(0), passageId: z.string(), score: z.number() })).readonly(),
});

/** What one message is answered with. What an outcome does not have is null; see the table of the contract. */
export const replySchema = z.object({
  conversationId: z.string(),
  conversationToken: z.string().nullable(),
  turnId: z.string(),
  aiGenerated: z.literal(true),
  recorded: z.boolean(),
  outcome: z.enum(['answered', 'abstained', 'referred', 'escalated', 'replied']),
  reason: z
    .enum(['no_evidence', 'out_of_scope', 'unsupported_language', 'case_specific', 'requested_human', 'smalltalk'])
    .nullable(),
  level: z.enum(['emergency', 'urgent', 'crisis']).nullable(),
  composer: z.enum(['extractive', 'model']),
  premise: z.literal('corrected').nullable(),
  answer: z
    .object({
      text: z.string(),
      sentences: z.array(citedSentenceSchema).min(1).readonly(),
      readingGrade: z.number().describe('Flesch-Kincaid grade of the text, raw, to one decimal.'),
      reviewed: reviewedSchema.nullable(),
    })
    .nullable(),
  abstention: z.object({ query: z.string(), missing: z.array(z.string()).readonly() }).nullable(),
  notCovered: z.array(z.string()).readonly(),
  citations: z.array(citationSchema).readonly(),
  notice: noticeSchema.nullable(),
  tooMuch: tooMuchSchema.nullable(),
  handoff: handoffSchema.nullable(),
  disclaimer: z.string(),
  suggestions: z.array(z.string()).readonly(),
  debug: debugSchema.optional(),
});

export type Reply = z.infer<typeof replySchema>;
