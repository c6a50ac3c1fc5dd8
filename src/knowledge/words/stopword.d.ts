// The package ships no types.
declare module 'stopword' {
  /** English words that stand in most texts. */
  export const eng: readonly string[];
}
