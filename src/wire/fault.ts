import { z } from 'zod';
import { noticeSchema } from './notice.ts';

export const faultCodes = [
  'bad_json',
  'bad_encoding',
  'unauthenticated',
  'forbidden',
  'origin_refused',
  'not_found',
  'turn_in_progress',
  'state_conflict',
  'consent_outdated',
  'withdrawn',
  'erased',
  'body_too_large',
  'unsupported_media_type',
  'invalid',
  'key_reused',
  'rate_limited',
  'too_many_turns',
  'internal',
  'not_ready',
  'storage_unavailable',
  'overloaded',
] as const;

export const faultSchema = z.object({
  error: z.object({
    code: z.enum(faultCodes),
    message: z.string(),
    requestId: z.string(),
    fields: z
      .array(z.object({ path: z.string(), problem: z.string() }))
      .readonly()
      .optional(),
    turnId: z.string().optional().describe('The running turn, with turn_in_progress.'),
    withdrawn: z
      .object({ title: z.string(), withdrawnOn: z.string().nullable(), successor: z.string().nullable() })
      .optional()
      .describe('With withdrawn.'),
  }),
  notice: noticeSchema.optional().describe('The standing emergency line, with 413, 429 and 503.'),
});

export type WireFault = z.infer<typeof faultSchema>;
