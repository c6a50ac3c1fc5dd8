import { z } from 'zod';
import { type TooMuch, tooMuchKinds } from '#domain/too-much.ts';
import { noticeSchema } from './notice-schema.ts';

export const tooMuchSchema: z.ZodType<TooMuch> = z.object({
  notice: noticeSchema,
  spans: z.array(z.object({ kind: z.enum(tooMuchKinds), span: z.tuple([z.int(), z.int()]) })),
  trimmed: z.string(),
});
