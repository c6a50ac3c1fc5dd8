import { z } from 'zod';
import { tooMuchKinds } from '#domain/too-much.ts';
import { noticeSchema } from './notice.ts';

/** A message told more than an answer needs. Beside every outcome, and never in the way of one. */
export const tooMuchSchema = z.object({
  notice: noticeSchema,
  kinds: z.array(z.enum(tooMuchKinds)).min(1).readonly(),
  trimmed: z
    .string()
    .describe('The message with [removed] in place of what was too much; POST /v1/turns/:id/trim keeps this instead.'),
});
