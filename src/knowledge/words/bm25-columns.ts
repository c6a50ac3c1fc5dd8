/**
 * An inverted index as columns. Term `t` has its postings at `offsets[t]` to before `offsets[t + 1]`: passage numbers
 * ascending, each with what the term adds to the passage's score for one unit of its idf.
 */
export interface Bm25Columns {
  /** Ascending by code unit. */
  readonly terms: readonly string[];
  readonly offsets: Uint32Array;
  readonly passages: Uint32Array;
  readonly gains: Float32Array;
  /** Passage by passage, the number of its document's title; documents of one title share it. */
  readonly titleOf: Uint32Array;
  /** Term `t` stands in the titles at `titleOffsets[t]` to before `titleOffsets[t + 1]` of `titles`, ascending. */
  readonly titleOffsets: Uint32Array;
  readonly titles: Uint32Array;
  /** Number of passages, also of those without a term. */
  readonly size: number;
}

/** The terms of one passage, by where they stand. */
export interface IndexedText {
  readonly title: readonly string[];
  readonly headings: readonly string[];
  readonly body: readonly string[];
}

export type Field = keyof IndexedText;

/**
 * `weight`: how much a term counts by where it stands. `b`: how far a field that is longer than average is held back;
 * a title's or heading's length says less than a text's.
 */
export const fields: Readonly<Record<Field, { readonly weight: number; readonly b: number }>> = {
  title: { weight: 2, b: 0.5 },
  headings: { weight: 2, b: 0.3 },
  body: { weight: 1, b: 0.7 },
};

/** How soon repetitions of a term stop counting. */
export const k1 = 1.2;
