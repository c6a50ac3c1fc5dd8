import { z } from 'zod';
import type { SuiteAnswer } from '#domain/review.ts';

const citation = z.object({
  n: z.int(),
  passageId: z.string(),
  documentId: z.string(),
  documentVersion: z.string(),
  title: z.string(),
  section: z.string().nullable(),
  quote: z.string(),
  start: z.int(),
  end: z.int(),
});

const reply = z.object({
  outcome: z.string(),
  reason: z.string().nullable(),
  level: z.string().nullable(),
  answer: z
    .object({
      sentences: z.array(
        z.object({
          text: z.string(),
          citations: z.array(z.int()),
          role: z.enum(['caveat', 'other_source']).nullable(),
        }),
      ),
    })
    .nullable(),
  citations: z.array(citation),
  notice: z.string().nullable(),
});

/** What a review needs of `run.json`; its other keys are of no matter here. */
const runSchema = z.object({
  schema: z.literal(1),
  records: z.array(
    z.object({ suite: z.string(), id: z.string(), turns: z.array(z.string()).min(1), replies: z.array(reply) }),
  ),
});

/**
 * The answers of an evaluation run, each with its whole question; cases without a reply (of drafts or of retrieval) are left
 * out. Throws when it is no run.
 */
export function snapshotAnswers(run: unknown): readonly SuiteAnswer[] {
  return runSchema.parse(run).records.flatMap(({ suite, id, turns, replies }) => {
    const last = replies.at(-1);
    if (last === undefined) return [];
    const { answer, ...rest } = last;
    return [{ suite, caseId: id, turns, reply: { ...rest, sentences: answer?.sentences ?? [] } }];
  });
}
