import type { Scored } from '#knowledge/words/keep-best.ts';

/** Unit vectors by label. A score is a cosine, from -1 to 1. */
export interface VectorIndex {
  readonly size: number;
  /** The `k` nearest labels, best first. */
  search(query: Float32Array, k: number): Scored[];
  cosine(query: Float32Array, label: number): number;
  write(file: string): Promise<void>;
}
