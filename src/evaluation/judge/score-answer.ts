import type { AnswerJudge } from './answer-judge.ts';

export interface AnswerToScore {
  readonly question: string;
  /** Classes of the decision matrix. */
  readonly expected: string;
  readonly actual: string;
  /** Null where nothing was said. */
  readonly answer: string | null;
  /** Null where the case names no fact. */
  readonly reference: string | null;
}

export interface AnswerScore {
  readonly isRight: boolean;
  /** Whether the judge was asked; the outcome alone decided otherwise. */
  readonly by: 'judge' | 'outcome';
}

/**
 * Scores an answer. Silence is never sent to a judge: it is right when it was expected and wrong when it was not, so that no
 * score is missing. So is an outcome that should have been another, and an answer to a case without a reference.
 */
export async function scoreAnswer(answer: AnswerToScore, judge: AnswerJudge): Promise<AnswerScore> {
  const { question, expected, actual, answer: text, reference } = answer;
  if (text === null || expected !== actual || reference === null)
    return { isRight: expected === actual, by: 'outcome' };
  return { isRight: await judge.isCorrect({ question, answer: text, reference }), by: 'judge' };
}
