import { z } from 'zod';

/** What an export needs of `run.json`; the rest of it is not looked at. */
export const exportedRunSchema = z.object({
  schema: z.literal(1),
  split: z.enum(['dev', 'test']),
  records: z.array(
    z.object({
      suite: z.string(),
      id: z.string(),
      tags: z.array(z.string()),
      turns: z.array(z.string()).min(1),
      expected: z.string(),
      actual: z.string(),
      checks: z.record(z.string(), z.boolean()),
      problems: z.array(z.string()),
      replies: z.array(
        z.object({
          answer: z.object({ text: z.string() }).nullable(),
          citations: z.array(z.object({ passageId: z.string(), quote: z.string() })),
          trace: z
            .object({ retrieved: z.array(z.object({ ask: z.number(), passageId: z.string(), score: z.number() })) })
            .nullable(),
        }),
      ),
    }),
  ),
});

export type ExportedRun = z.infer<typeof exportedRunSchema>;
export type ExportedRecord = ExportedRun['records'][number];
