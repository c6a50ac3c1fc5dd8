import { z } from 'zod';

export const handoffSchema = z.object({
  id: z.string(),
  state: z.enum(['offered', 'open', 'claimed', 'waiting', 'closed']),
  urgent: z.boolean(),
  referenceCode: z.string().nullable(),
  expectedReplyBy: z.string().nullable(),
});
