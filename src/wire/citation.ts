import { z } from 'zod';

const place = { documentId: z.string(), documentVersion: z.string(), start: z.int().min(0), end: z.int().min(0) };

export const citationSchema = z.object({
  n: z.int().min(1),
  passageId: z.string(),
  ...place,
  title: z.string(),
  section: z.string().nullable(),
  quote: z.string(),
  url: z.string().nullable(),
  reviewedOn: z.string().nullable(),
  overdue: z.boolean(),
  alsoIn: z.array(z.object(place)).readonly(),
});

export type WireCitation = z.infer<typeof citationSchema>;

export const reviewedSchema = z
  .object({
    id: z.string(),
    version: z.string(),
    reviewedBy: z.string().nullable(),
    reviewedOn: z.string().nullable(),
  })
  .describe('Plain words of a person, served verbatim; unsigned while reviewedBy is null.');

/** `caveat` limits a figure said before; `other_source` states another figure than the sentence before it. */
export const sentenceRoleSchema = z.enum(['caveat', 'other_source']);

export const citedSentenceSchema = z.object({
  text: z.string(),
  citations: z.array(z.int().min(1)).min(1).readonly(),
  /** Absent for a sentence of the answer itself. */
  role: sentenceRoleSchema.optional(),
});
