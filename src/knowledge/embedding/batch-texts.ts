export interface BatchLimits {
  readonly maxTexts: number;
  /** Characters of a whole batch; a longer single text still makes a batch of its own. */
  readonly maxChars: number;
}

/** Cuts `texts` into batches, in order; gives where each begins and ends. */
export function batchTexts(texts: readonly string[], limits: BatchLimits): Array<readonly [from: number, to: number]> {
  const batches: Array<readonly [number, number]> = [];
  let from = 0;
  let chars = 0;
  for (const [at, { length }] of texts.entries()) {
    if (at > from && (at - from >= limits.maxTexts || chars + length > limits.maxChars)) {
      batches.push([from, at]);
      from = at;
      chars = 0;
    }
    chars += length;
  }
  if (from < texts.length) batches.push([from, texts.length]);
  return batches;
}
