import { z } from 'zod';

export const passageSchema = z.object({
  passageId: z.string(),
  documentId: z.string(),
  documentVersion: z.string(),
  title: z.string(),
  section: z.string().nullable(),
  headingPath: z.array(z.string()).readonly(),
  kind: z.enum(['prose', 'list', 'question_answer', 'table_row']),
  text: z.string(),
  start: z.int().min(0),
  end: z.int().min(0),
});

export type WirePassage = z.infer<typeof passageSchema>;
