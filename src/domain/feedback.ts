export const feedbackReasons = [
  'incorrect',
  'wrong_evidence',
  'unclear',
  'not_my_question',
  'should_be_person',
] as const;

/** What a reader says of a turn; the latest of a turn counts. */
export interface Feedback {
  readonly rating: 'up' | 'down';
  readonly reasons: ReadonlyArray<(typeof feedbackReasons)[number]>;
  /** The reader's own words. */
  readonly comment: string | null;
}
