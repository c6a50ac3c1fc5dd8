import { z } from 'zod';
import { citationSchema, citedSentenceSchema, reviewedSchema } from './citation.ts';
import { faultSchema } from './fault.ts';
import { noticeSchema } from './notice.ts';
import { replySchema } from './reply.ts';

/** `event` and `data` of a turn's stream. Order: `turn, notice?, sentence*, (done | error)`. */
export const turnEventSchema = z.discriminatedUnion('event', [
  z.object({
    event: z.literal('turn'),
    data: z.object({
      turnId: z.string(),
      conversationId: z.string(),
      conversationToken: z.string().nullable(),
      aiGenerated: z.literal(true),
    }),
  }),
  z.object({ event: z.literal('notice'), data: noticeSchema }),
  z.object({
    event: z.literal('sentence'),
    data: citedSentenceSchema.extend({
      index: z.int().min(0),
      sources: z.array(citationSchema).readonly(),
      reviewed: reviewedSchema.nullable(),
    }),
  }),
  z.object({ event: z.literal('done'), data: replySchema }),
  z.object({ event: z.literal('error'), data: faultSchema.pick({ error: true }) }),
]);

export type WireTurnEvent = z.infer<typeof turnEventSchema>;
