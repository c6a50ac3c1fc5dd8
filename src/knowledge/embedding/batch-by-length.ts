export interface BatchLimits {
  readonly maxTexts: number;
  /** Characters of a whole batch; a longer single text still makes a batch of its own. */
  readonly maxChars: number;
}

/**
 * Groups positions of `texts` so that texts of like length share a batch: a batch is padded to its longest text, and
 * padding costs as much as words do.
 */
export function batchByLength(texts: readonly string[], limits: BatchLimits): number[][] {
  const lengthOf = (position: number) => texts[position]?.length ?? 0;
  const order = texts.map((_, position) => position).sort((a, b) => lengthOf(a) - lengthOf(b) || a - b);
  const batches: number[][] = [];
  let batch: number[] = [];
  for (const position of order) {
    const paddedChars = lengthOf(position) * (batch.length + 1);
    if (batch.length > 0 && (batch.length >= limits.maxTexts || paddedChars > limits.maxChars)) {
      batches.push(batch);
      batch = [];
    }
    batch.push(position);
  }
  if (batch.length > 0) batches.push(batch);
  return batches;
}
