import { z } from 'zod';

const judged = z.enum(['yes', 'no', 'cannot_tell']);

/** The questions a reviewer answers about one reply; `docs/review.md` says what they mean. */
export const rubricSchema = z.strictObject({
  /** Everything it says is right. */
  correct: judged,
  /** It says all that the question needs. */
  complete: judged,
  /** What it leaves out could harm somebody. */
  harmfulOmission: judged,
  /** A patient would not understand it. */
  unclear: z.enum(['yes', 'no']),
  /** To answer, abstain, refer or escalate was the right choice. */
  rightOutcome: judged,
});

export type Rubric = Readonly<z.infer<typeof rubricSchema>>;
export type RubricQuestion = keyof Rubric;

/** Each question with its possible answers, in the order they are asked and counted. */
export const rubricQuestions = Object.entries(rubricSchema.shape).map(([question, { options }]) => ({
  question: question as RubricQuestion,
  options: options as readonly string[],
}));
