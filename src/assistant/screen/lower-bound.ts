import type { Hit } from './message-view.ts';

/** Index of the first hit, in a list sorted by start, that starts at or after `from`. */
export function lowerBound(hits: readonly Hit[], from: number): number {
  let low = 0;
  let high = hits.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((hits[middle]?.start ?? 0) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}
