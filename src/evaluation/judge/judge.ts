/** Decides whether evidence says what a claim says. An implementation throws when it cannot decide; it never guesses. */
export interface SupportJudge {
  /** Names the model and the wording it was asked with; results of different names are never mixed. */
  readonly name: string;
  supports(claim: string, evidence: readonly string[]): Promise<boolean>;
}

export interface AnswerJudge {
  readonly name: string;
  /** Whether an answer says all that the reference answer says and nothing against it. */
  isCorrect(asked: {
    readonly question: string;
    readonly answer: string;
    readonly reference: string;
  }): Promise<boolean>;
}
