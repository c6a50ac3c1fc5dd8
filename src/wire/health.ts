import { z } from 'zod';

export const aliveSchema = z.object({ status: z.literal('ok') });

export const readinessSchema = z.object({
  done: z.int().min(0),
  total: z.int().min(0),
  etaSeconds: z.number().min(0).nullable(),
  /** Safety files and numbers that no reviewer has signed as they are now. */
  unsigned: z.array(z.string()),
});
