import { z } from 'zod';
import { faultCodes } from './fault.ts';
import { feedbackSchema } from './feedback.ts';
import { handoffSchema } from './handoff.ts';
import { replySchema } from './reply.ts';

export const conversationTurnSchema = z.object({
  turnId: z.string(),
  at: z.string(),
  locale: z.string(),
  message: z.string(),
  status: z.enum(['running', 'ended', 'failed']),
  reply: replySchema.nullable(),
  error: z.object({ code: z.enum(faultCodes) }).nullable(),
  feedback: feedbackSchema.nullable(),
});

export const conversationSchema = z.object({
  conversationId: z.string(),
  startedAt: z.string().nullable(),
  locale: z.string(),
  aiGenerated: z.literal(true),
  disclaimer: z.string(),
  turns: z.array(conversationTurnSchema).readonly(),
  handoff: handoffSchema.nullable(),
  lastSeq: z.int().min(0).describe('To go on from here on the live stream, send it as Last-Event-ID.'),
});

export const conversationExportSchema = z.object({
  exportedAt: z.string(),
  organisation: z.string(),
  conversation: conversationSchema,
});

/** `event` and `data` of a conversation's live stream; `id` is the entry's number in the conversation. */
export const conversationEventSchema = z.discriminatedUnion('event', [
  z.object({ event: z.literal('turn.done'), data: z.object({ turnId: z.string(), reply: replySchema }) }),
  z.object({
    event: z.literal('handoff'),
    data: z.object({ turnId: z.string().nullable(), handoff: handoffSchema }),
  }),
  z.object({ event: z.literal('erased'), data: z.object({ conversationId: z.string() }) }),
]);

export type WireConversation = z.infer<typeof conversationSchema>;
export type WireConversationTurn = z.infer<typeof conversationTurnSchema>;
export type WireConversationExport = z.infer<typeof conversationExportSchema>;
export type WireConversationEvent = z.infer<typeof conversationEventSchema>;
