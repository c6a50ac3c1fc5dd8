import type { EvalReply } from '#evaluation/run/eval-reply.ts';
import type { Reply } from '#wire/reply.ts';

/** What an evaluation sees of a reply. */
export function readReply(reply: Reply): EvalReply {
  const { outcome, reason, level, premise, composer, answer, citations, notice, abstention, notCovered, debug } = reply;
  return {
    outcome,
    reason,
    level,
    premise,
    composer,
    answer: answer && {
      text: answer.text,
      readingGrade: answer.readingGrade,
      sentences: answer.sentences.map((one) => ({ text: one.text, citations: one.citations, role: one.role ?? null })),
    },
    citations: citations.map(({ url: _url, reviewedOn: _on, overdue: _overdue, alsoIn: _alsoIn, ...cited }) => cited),
    notice: notice?.id ?? null,
    missing: abstention?.missing ?? [],
    notCovered,
    tooMuch: reply.tooMuch !== null,
    trace: debug ? { asks: debug.asks, rules: debug.rules.map(({ rule }) => rule), retrieved: debug.retrieved } : null,
  };
}
