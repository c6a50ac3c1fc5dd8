import { z } from 'zod';
import type { EntryBody, TurnEvent } from '#domain/conversation.ts';
import type { FaultCode } from '#domain/fault.ts';
import { feedbackReasons } from '#domain/feedback.ts';
import { citationSchema, reviewedSchema, sentenceSchema } from './citation-schema.ts';
import { turnId } from './id-schema.ts';
import { noticeSchema } from './notice-schema.ts';
import { handoffSchema, recordSchema } from './turn-schema.ts';

const n = z.int().min(1);

/** Codes are read as text: an older build must be able to read the log of one that knows another code. */
const faultCode = z.custom<FaultCode>((value) => typeof value === 'string');

const eventSchema: z.ZodType<TurnEvent> = z.discriminatedUnion('event', [
  z.object({ n, event: z.literal('turn') }),
  z.object({ n, event: z.literal('notice'), notice: noticeSchema }),
  z.object({
    n,
    event: z.literal('sentence'),
    index: z.int(),
    sentence: sentenceSchema,
    sources: z.array(citationSchema),
    reviewed: reviewedSchema.exactOptional(),
  }),
  z.object({ n, event: z.literal('done'), record: recordSchema }),
  z.object({ n, event: z.literal('error'), code: faultCode }),
]);

export const entryBodySchema: z.ZodType<EntryBody> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('conversation.started'), locale: z.string() }),
  z.object({ kind: z.literal('turn.started'), turnId, message: z.string(), locale: z.string() }),
  z.object({ kind: z.literal('turn.event'), turnId, event: eventSchema }),
  z.object({ kind: z.literal('handoff'), turnId: turnId.nullable(), handoff: handoffSchema }),
  z.object({
    kind: z.literal('feedback'),
    turnId,
    feedback: z.object({
      rating: z.enum(['up', 'down']),
      reasons: z.array(z.enum(feedbackReasons)),
      comment: z.string().nullable(),
    }),
  }),
]);
