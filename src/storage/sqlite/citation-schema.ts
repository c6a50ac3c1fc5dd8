import { z } from 'zod';
import { documentId, documentVersion, passageId } from './id-schema.ts';

export const citationSchema = z.object({
  n: z.int(),
  passageId,
  documentId,
  documentVersion,
  title: z.string(),
  section: z.string().nullable(),
  quote: z.string(),
  start: z.int(),
  end: z.int(),
  url: z.string().nullable(),
  reviewedOn: z.string().nullable(),
  overdue: z.boolean(),
  alsoIn: z.array(z.object({ documentId, documentVersion, start: z.int(), end: z.int() })),
});

export const reviewedSchema = z.object({
  id: z.string(),
  version: z.string(),
  reviewedBy: z.string().nullable(),
  reviewedOn: z.string().nullable(),
});

export const sentenceSchema = z.object({
  text: z.string(),
  citations: z.tuple([z.int()], z.int()),
  role: z.enum(['caveat', 'other_source']).optional(),
});
