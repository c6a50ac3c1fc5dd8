/** Every vector against the query, the best `k` kept: slow and right, and so the measure of the others. */
export function scanExactly(vectors: Float32Array, dimensions: number, query: Float32Array, k: number): number[] {
  const best: Array<{ item: number; score: number }> = [];
  for (let item = 0; item * dimensions < vectors.length; item += 1) {
    const start = item * dimensions;
    let score = 0;
    for (let at = 0; at < dimensions; at += 1) score += (vectors[start + at] as number) * (query[at] as number);
    if (best.length === k && score <= (best.at(-1)?.score ?? 0)) continue;
    const before = best.findIndex((other) => other.score < score);
    best.splice(before === -1 ? best.length : before, 0, { item, score });
    if (best.length > k) best.pop();
  }
  return best.map(({ item }) => item);
}

/** Share of the true items that were found, over all queries. */
export function recallOf(found: ReadonlyArray<readonly number[]>, truth: ReadonlyArray<readonly number[]>): number {
  let hits = 0;
  let all = 0;
  for (const [at, wanted] of truth.entries()) {
    const list = new Set(found[at] ?? []);
    hits += wanted.filter((item) => list.has(item)).length;
    all += wanted.length;
  }
  return hits / all;
}
