/** Numbers of the contract. Texts are counted in UTF-16 code units, after trimming. */
export const limits = {
  bodyBytes: 64 * 1024,
  messageChars: 4000,
  searchChars: 4000,
  /** The red-flag rules read this much of a message that is refused. */
  screenedChars: 20_000,
  searchResults: 100,
  suggestions: 3,
} as const;
