import { z } from 'zod';
import type { ConversationState, Handoff, TurnRecord, TurnResult } from '#domain/turn.ts';
import { citationSchema } from './citation-schema.ts';
import { conversationId, handoffId, passageId, turnId } from './id-schema.ts';
import { levelSchema, outcomeSchema } from './outcome-schema.ts';
import { tooMuchSchema } from './too-much-schema.ts';

export const stateSchema: z.ZodType<ConversationState> = z.object({
  levelReached: levelSchema.nullable(),
  amberSigns: z.array(z.string()),
  ownCaseOpen: z.boolean(),
});

export const handoffSchema: z.ZodType<Handoff> = z.object({
  id: handoffId,
  state: z.enum(['offered', 'open', 'claimed', 'waiting', 'closed']),
  urgent: z.boolean(),
  referenceCode: z.string().nullable(),
  expectedReplyBy: z.string().nullable(),
});

const traceSchema = z.object({
  asks: z.array(z.string()),
  rules: z.array(
    z.object({
      signal: z.string(),
      rule: z.string(),
      span: z.tuple([z.int(), z.int()]).nullable(),
      // Records of before 26 November 2026 know of rules alone.
      because: z.array(z.string()).default([]),
    }),
  ),
  // Records of before 26 November 2026 do not say which question a passage was found for.
  retrieved: z.array(z.object({ ask: z.int().min(0).default(0), passageId, score: z.number() })),
  rejected: z.array(z.object({ reason: z.string() })),
});

const resultSchema: z.ZodType<TurnResult> = z.object({
  outcome: outcomeSchema,
  composer: z.enum(['extractive', 'model']),
  premise: z.literal('corrected').nullable(),
  notCovered: z.array(z.string()),
  citations: z.array(citationSchema),
  suggestions: z.array(z.string()),
  // Records of before 26 November 2026 do not have it.
  tooMuch: tooMuchSchema.nullable().default(null),
  state: stateSchema,
  trace: traceSchema,
});

export const recordSchema: z.ZodType<TurnRecord> = z.object({
  conversationId,
  turnId,
  recorded: z.boolean(),
  result: resultSchema,
  handoff: handoffSchema.nullable(),
  finishedAt: z.string(),
});
