import type { EvalReply } from '#evaluation/score-case.ts';
import type { Reply } from '#wire/reply.ts';

/** What an evaluation sees of a reply; `retrieved` are the texts of the passages found first. */
export function readReply(reply: Reply, retrieved: readonly string[] = []): EvalReply {
  return {
    outcome: reply.outcome,
    reason: reply.reason,
    answer: reply.answer?.text ?? null,
    premise: reply.premise,
    roles: (reply.answer?.sentences ?? []).flatMap(({ role }) => (role === undefined ? [] : [role])),
    quotes: reply.citations.map(({ quote }) => quote),
    notCovered: reply.notCovered,
    retrieved,
    readingGrade: reply.answer?.readingGrade ?? null,
  };
}
