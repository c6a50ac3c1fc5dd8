import type { SuiteAnswer } from '#domain/review.ts';
import type { EvalRun } from '#evaluation/run/run-record.ts';

/**
 * The answers of an evaluation run, each with its whole question; cases without a reply (of drafts or of retrieval) are left
 * out.
 */
export function snapshotAnswers({ records }: Pick<EvalRun, 'records'>): readonly SuiteAnswer[] {
  return records.flatMap(({ suite, id, turns, replies }) => {
    const last = replies.at(-1);
    if (last === undefined) return [];
    const { outcome, reason, level, citations, notice, answer } = last;
    const sentences = answer?.sentences ?? [];
    return [{ suite, caseId: id, turns, reply: { outcome, reason, level, citations, notice, sentences } }];
  });
}
