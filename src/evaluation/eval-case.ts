import { z } from 'zod';

/** A fact, in every accepted form: one of them in the answer suffices. */
const fact = z.union([z.string().transform((form) => [form]), z.array(z.string().min(1)).min(1)]);

export const evalCaseSchema = z.strictObject({
  id: z.string().min(1),
  /** Messages of one conversation; the reply to the last one is scored. */
  turns: z.array(z.string().min(1)).min(1),
  expected: z.strictObject({
    outcome: z.enum(['answered', 'abstained', 'referred', 'escalated', 'replied']),
    reason: z.string().nullable(),
    level: z.string().nullish(),
  }),
  facts: z.strictObject({ required: z.array(fact), forbidden: z.array(fact) }).default({ required: [], forbidden: [] }),
  /** Passages that alone support a required fact. */
  support: z.array(z.strictObject({ document: z.string(), heading: z.string(), contains: z.string() })).default([]),
  /** Whether the documents contradict what the question takes for granted; not scored when absent. */
  premise: z.literal('corrected').nullish(),
  /** Whether a sentence besides the answer itself must be there or must not; not scored when absent. */
  roles: z.strictObject({ caveat: z.boolean().optional(), other_source: z.boolean().optional() }).optional(),
  /** The sentence that a careless system would offer; null where there is none. */
  lure: z.string().nullish(),
  tags: z.array(z.string()),
  author: z.string(),
  /** Null until a real person has signed the case. */
  reviewer: z.string().nullable(),
  date: z.iso.date(),
  /** Cases of `test` are run once, when nothing is changed any more. */
  split: z.enum(['dev', 'test']),
});

export type EvalCase = z.infer<typeof evalCaseSchema>;
