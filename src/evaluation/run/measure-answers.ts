import type { EvalCase } from '#evaluation/eval-case.ts';
import type { AnswerJudge } from '#evaluation/judge/answer-judge.ts';
import { scoreAnswer } from '#evaluation/judge/score-answer.ts';
import type { CaseRecord } from './run-record.ts';

/** Facts in their first forms, as a reference answer; null where the case names none. */
const referenceOf = ({ facts }: EvalCase): string | null =>
  facts.required.length === 0 ? null : facts.required.map(([form]) => form).join('; ');

/** Adds to each record of a reply whether a judge finds it right. */
export async function measureAnswers(
  records: readonly CaseRecord[],
  judge: AnswerJudge,
  caseOf: (record: CaseRecord) => EvalCase | undefined,
): Promise<CaseRecord[]> {
  const measured: CaseRecord[] = [];
  for (const record of records) {
    const item = caseOf(record);
    const reply = record.replies.at(-1);
    if (item === undefined || reply === undefined) {
      measured.push(record);
      continue;
    }
    const { isRight } = await scoreAnswer(
      {
        question: record.turns.join('\n'),
        expected: record.expected,
        // Whether the facts are right is what the judge is asked.
        actual: record.actual.replace(/\/wrong$/u, ''),
        answer: reply.answer?.text ?? null,
        reference: referenceOf(item),
      },
      judge,
    );
    measured.push({ ...record, values: { ...record.values, judgedRight: isRight ? 1 : 0 } });
  }
  return measured;
}
