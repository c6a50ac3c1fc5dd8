/** What words the corpus uses, by stem. */
export interface Vocabulary {
  /** Number of passages that hold the stem. */
  documentFrequency(stem: string): number;
  /** Number of passages. */
  readonly size: number;
}

/** Robertson–Spärck Jones inverse document frequency with the +1 floor that BM25 implementations share; ≥ 0. */
export function inverseDocumentFrequency(stem: string, vocabulary: Vocabulary): number {
  const n = vocabulary.documentFrequency(stem);
  return Math.log(1 + (vocabulary.size - n + 0.5) / (n + 0.5));
}
