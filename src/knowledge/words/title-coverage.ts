import type { Bm25Columns } from './bm25-columns.ts';

/** What covering a title wholly counts, where a word that a passage is full of counts its idf about twice. */
const share = 1;

export interface TitleCoverage {
  /** Notes that a term (by its number) was asked for; `amount` is what it tells apart, its weight times its idf. */
  ask(term: number, amount: number): void;
  /** What a passage gains by its title for the terms asked for. */
  gain(passage: number): number;
  /** Forgets what was asked. */
  clear(): void;
}

/**
 * A passage whose document is about what is asked, and about little else, ranks above one that names it. With `m` the idf
 * of a title's terms that are asked for and `t` that of all its terms, a passage gains `m × √(m / t)`: BM25F alone gives a
 * long title that holds the words the same as a short one that is them. Our own; measured in decision 0004.
 */
export function createTitleCoverage(
  { titleOf, titleOffsets, titles }: Bm25Columns,
  idf: (term: number) => number,
): TitleCoverage {
  const count = titleOf.reduce((highest, title) => Math.max(highest, title + 1), 0);
  const totals = new Float64Array(count);
  for (let term = 0; term + 1 < titleOffsets.length; term += 1) {
    const amount = idf(term);
    for (let at = titleOffsets[term] ?? 0; at < (titleOffsets[term + 1] ?? 0); at += 1) {
      const title = titles[at] ?? 0;
      totals[title] = (totals[title] ?? 0) + amount;
    }
  }
  // Reused by every search, like the index's own sums.
  const matched = new Float64Array(count);
  const touched = new Uint32Array(count);
  let touchedCount = 0;

  return {
    ask(term, amount) {
      for (let at = titleOffsets[term] ?? 0; at < (titleOffsets[term + 1] ?? 0); at += 1) {
        const title = titles[at] ?? 0;
        if (matched[title] === 0) touched[touchedCount++] = title;
        matched[title] = (matched[title] ?? 0) + amount;
      }
    },
    gain(passage) {
      const title = titleOf[passage] ?? 0;
      const match = matched[title] ?? 0;
      return match === 0 ? 0 : share * match * Math.sqrt(match / (totals[title] ?? 1));
    },
    clear() {
      for (let at = 0; at < touchedCount; at += 1) matched[touched[at] ?? 0] = 0;
      touchedCount = 0;
    },
  };
}
