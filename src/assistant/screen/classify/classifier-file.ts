import { z } from 'zod';
import { promptHeader } from '#assistant/signing/prompt-header.ts';

/** One linear model: what it has learned to tell, by named features. */
const linearSchema = z.strictObject({
  bias: z.number(),
  /** Weights of the encoder's dimensions; empty where it sees words alone. */
  dense: z.array(z.number()),
  /** Strongest first. */
  weights: z.record(z.string(), z.number()),
});

export const classifierFileSchema = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/u),
  ...promptHeader,
  made: z.strictObject({ messages: z.int().positive(), command: z.string() }),
  /** The encoder whose vectors `dense` was fitted to; null where it sees words alone. */
  encoder: z.string().nullable(),
  /** The commonest words of the messages: what skeletons are made of. */
  functionWords: z.array(z.string()),
  /** Logit = slope × score + offset, fitted to messages that the model had not seen (Platt 1999). */
  calibration: z.strictObject({ slope: z.number().positive(), offset: z.number() }),
  /** Least probabilities at which something is done; what, the code says. */
  thresholds: z.record(z.string(), z.number().min(0).max(1)),
  model: linearSchema,
});

export type ClassifierFile = z.infer<typeof classifierFileSchema>;
