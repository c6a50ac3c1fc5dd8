/** What a run sees of one reply. All of it comes from the reply object of the contract; `trace` needs debug replies. */
export interface EvalReply {
  readonly outcome: string;
  readonly reason: string | null;
  readonly level: string | null;
  readonly premise: 'corrected' | null;
  readonly composer: string | null;
  /** Null where nothing is said. */
  readonly answer: {
    readonly text: string;
    readonly readingGrade: number | null;
    readonly sentences: ReadonlyArray<{
      readonly text: string;
      /** Numbers of `citations`. */
      readonly citations: readonly number[];
      readonly role: string | null;
    }>;
  } | null;
  readonly citations: readonly EvalCitation[];
  /** Id of the fixed text that was shown. */
  readonly notice: string | null;
  readonly missing: readonly string[];
  readonly notCovered: readonly string[];
  readonly trace: {
    readonly asks: readonly string[];
    readonly rules: readonly string[];
    /** Best first for each ask. */
    readonly retrieved: ReadonlyArray<{ readonly ask: number; readonly passageId: string; readonly score: number }>;
  } | null;
}

export interface EvalCitation {
  readonly n: number;
  readonly passageId: string;
  readonly documentId: string;
  readonly documentVersion: string;
  readonly title: string;
  readonly section: string | null;
  readonly quote: string;
  /** UTF-16 code units in the document's text. */
  readonly start: number;
  readonly end: number;
}
