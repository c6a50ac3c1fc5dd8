export interface Scored {
  readonly item: number;
  readonly score: number;
}

/** Collects the `k` best-scored items in O(log k) each; ties go to the lower item, so that results are reproducible. */
export function keepBest(k: number): { offer(item: number, score: number): void; worst(): number; sorted(): Scored[] } {
  const heap: Scored[] = [];
  const isWorse = (a: Scored, b: Scored) => a.score < b.score || (a.score === b.score && a.item > b.item);
  const at = (position: number): Scored => heap[position] as Scored;

  function sink(): void {
    for (let parent = 0; ; ) {
      let worst = parent;
      for (const child of [2 * parent + 1, 2 * parent + 2]) {
        if (child < heap.length && isWorse(at(child), at(worst))) worst = child;
      }
      if (worst === parent) return;
      [heap[parent], heap[worst]] = [at(worst), at(parent)];
      parent = worst;
    }
  }

  function rise(): void {
    for (let child = heap.length - 1; child > 0; ) {
      const parent = (child - 1) >> 1;
      if (!isWorse(at(child), at(parent))) return;
      [heap[parent], heap[child]] = [at(child), at(parent)];
      child = parent;
    }
  }

  return {
    offer(item, score) {
      const candidate = { item, score };
      if (heap.length < k) {
        heap.push(candidate);
        rise();
      } else if (k > 0 && isWorse(at(0), candidate)) {
        heap[0] = candidate;
        sink();
      }
    },
    /** What a newcomer has to beat; minus infinity while there is room. */
    worst: () => (heap.length < k ? Number.NEGATIVE_INFINITY : (heap[0]?.score ?? Number.POSITIVE_INFINITY)),
    sorted: () => [...heap].sort((a, b) => b.score - a.score || a.item - b.item),
  };
}
