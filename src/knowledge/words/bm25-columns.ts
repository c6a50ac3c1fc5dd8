/**
 * An inverted index as columns. Term `t` has its postings at `offsets[t]` to before `offsets[t + 1]`: passage numbers
 * ascending, each with the weighted frequency of the term in it.
 */
export interface Bm25Columns {
  /** Ascending by code unit. */
  readonly terms: readonly string[];
  readonly offsets: Uint32Array;
  readonly passages: Uint32Array;
  readonly frequencies: Uint32Array;
  /** Weighted number of terms in each passage. */
  readonly lengths: Uint32Array;
}

/** How often a term counts by where it stands. Whole numbers, so that frequencies stay whole. */
export const fieldWeights = { title: 2, headings: 2, body: 1 } as const;

export interface IndexedText {
  readonly title: readonly string[];
  readonly headings: readonly string[];
  readonly body: readonly string[];
}
