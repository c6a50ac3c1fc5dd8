import type { SuiteAnswer } from '#domain/review.ts';
import { evalRunSchema } from '#evaluation/run/run-record.ts';

/** What a review needs of `run.json`; its other keys are of no matter here. */
const runSchema = evalRunSchema.pick({ schema: true, records: true });

/**
 * The answers of an evaluation run, each with its whole question; cases without a reply (of drafts or of retrieval) are left
 * out. Throws when it is no run.
 */
export function snapshotAnswers(run: unknown): readonly SuiteAnswer[] {
  return runSchema.parse(run).records.flatMap(({ suite, id, turns, replies }) => {
    const last = replies.at(-1);
    if (last === undefined) return [];
    const { outcome, reason, level, citations, notice, answer } = last;
    const sentences = answer?.sentences ?? [];
    return [{ suite, caseId: id, turns, reply: { outcome, reason, level, citations, notice, sentences } }];
  });
}
