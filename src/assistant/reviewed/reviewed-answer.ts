import type { ReviewedMark } from '#domain/outcome.ts';

/** A quote as the file gives it; where it stands is found in the document in force. */
export interface AnswerCite {
  readonly documentId: string;
  /** The beginning of the version it was written against; null where the file does not say. */
  readonly writtenAgainst: string | null;
  readonly heading: string | null;
  readonly quote: string;
}

export interface AnswerSentence {
  readonly text: string;
  readonly cites: readonly [AnswerCite, ...AnswerCite[]];
}

/** An answer that a person wrote in plain words, as its file gives it. */
export interface ReviewedAnswer {
  /** Path in the corpus folder, with `/`. */
  readonly file: string;
  readonly mark: ReviewedMark;
  /** The forms of the question it answers. */
  readonly questions: readonly string[];
  readonly sentences: readonly [AnswerSentence, ...AnswerSentence[]];
}
