import { z } from 'zod';
import { noticeSchema } from './notice.ts';

export const welcomeSchema = z.object({
  locale: z.string(),
  organisation: z.object({ name: z.string(), url: z.string().nullable() }),
  aiNotice: z.string(),
  privacyNotice: z.string(),
  disclaimer: z.string(),
  emergencyLine: noticeSchema,
  suggestions: z.array(z.string()).max(3).readonly(),
  locales: z.array(z.string()).readonly(),
  limits: z.object({
    messageChars: z.int(),
    searchChars: z.int(),
    bodyBytes: z.int(),
    ratePerMinute: z.int().nullable(),
  }),
  person: z
    .object({
      name: z.string().nullable(),
      hours: z.string().nullable(),
      actions: noticeSchema.shape.actions,
    })
    .nullable(),
});

export type Welcome = z.infer<typeof welcomeSchema>;
