import { z } from 'zod';
import { feedbackReasons } from '#domain/feedback.ts';
import { limits } from './limits.ts';
import { personText } from './person-text.ts';

export const feedbackRequestSchema = z.strictObject({
  rating: z.enum(['up', 'down']),
  reasons: z.array(z.enum(feedbackReasons)).max(feedbackReasons.length).optional(),
  comment: personText(limits.commentChars).optional(),
});

/** The latest feedback on a turn. */
export const feedbackSchema = z.object({
  rating: z.enum(['up', 'down']),
  reasons: z.array(z.enum(feedbackReasons)).readonly(),
  comment: z.string().nullable(),
});
