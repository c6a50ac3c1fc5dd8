import { z } from 'zod';
import { idSchema, localeSchema } from './id.ts';
import { limits } from './limits.ts';
import { personText } from './person-text.ts';

export const chatRequestSchema = z.strictObject({
  message: personText(limits.messageChars),
  conversationId: idSchema.optional(),
  locale: localeSchema.optional(),
  debug: z.boolean().optional(),
});
