/** Numbers of the contract. Texts are counted in UTF-16 code units, after trimming. */
export const limits = {
  bodyBytes: 64 * 1024,
  messageChars: 4000,
  /** Of feedback, of a reviewer's rating, of the reason of an adjudication. */
  commentChars: 2000,
  factChars: 400,
  reviewItems: 200,
  searchChars: 4000,
  /** The red-flag rules read this much of a message that is refused. */
  screenedChars: 20_000,
  searchResults: 100,
  suggestions: 3,
} as const;
