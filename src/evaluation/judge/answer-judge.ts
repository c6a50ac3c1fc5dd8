export interface AnswerJudge {
  readonly name: string;
  /** Whether an answer says all that the reference answer says and nothing against it. */
  isCorrect(asked: {
    readonly question: string;
    readonly answer: string;
    readonly reference: string;
  }): Promise<boolean>;
}
