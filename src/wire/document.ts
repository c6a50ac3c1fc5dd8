import { z } from 'zod';

export const documentSummarySchema = z.object({
  documentId: z.string(),
  version: z.string(),
  title: z.string(),
  kind: z.string().nullable(),
  topic: z.string().nullable(),
  url: z.string().nullable(),
  source: z.string().nullable(),
  reviewedBy: z.string().nullable(),
  reviewedOn: z.string().nullable(),
  reviewBy: z.string().nullable(),
  overdue: z.boolean(),
  language: z.string().nullable(),
  status: z.enum(['draft', 'published', 'withdrawn']),
});

export const documentListSchema = z.object({ documents: z.array(documentSummarySchema).readonly() });

export const documentSchema = documentSummarySchema.extend({ text: z.string() });

export type WireDocumentSummary = z.infer<typeof documentSummarySchema>;
export type WireDocumentList = z.infer<typeof documentListSchema>;
export type WireDocument = z.infer<typeof documentSchema>;
