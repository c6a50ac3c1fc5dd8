/** A word or number of a message. */
export interface Token {
  /** Normalised; numbers keep their digits with a decimal point. */
  readonly word: string;
  /** Other words it may stand for: a spelling slip put right, letters swapped for digits. */
  readonly readings: readonly string[];
  readonly number: number | null;
  /** UTF-16 offsets in the message as sent. */
  readonly start: number;
  readonly end: number;
  /** Index of its sentence; sentences end at . ! ? and line ends. */
  readonly sentence: number;
  /** Index of its clause; clauses end at commas, dashes, brackets and sentence ends. */
  readonly clause: number;
  /** Character right after it when that is a sign with a meaning (% ° $), or ''. */
  readonly after: string;
}

export interface Sentence {
  /** Token indexes, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly question: boolean;
}

export interface TokenisedText {
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
}
