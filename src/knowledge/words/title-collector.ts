import type { Bm25Columns } from './bm25-columns.ts';
import { groupByTerm } from './group-by-term.ts';
import { GrowingIntegers } from './growing-integers.ts';

export interface TitleCollector {
  /** Passages in order of their number, each with the terms of its document's title. */
  add(terms: readonly string[], numberTerm: (term: string) => number): void;
  /** `rankOf` gives the final number of a term. */
  finish(rankOf: Uint32Array): Pick<Bm25Columns, 'titleOf' | 'titleOffsets' | 'titles'>;
}

/** Collects which terms stand in which titles; every term once a title. */
export function createTitleCollector(): TitleCollector {
  const numberOf = new Map<string, number>();
  const [titleOf, terms, titles] = [new GrowingIntegers(), new GrowingIntegers(), new GrowingIntegers()];
  return {
    add(title, numberTerm) {
      const key = title.join(' ');
      const known = numberOf.get(key);
      const number = known ?? numberOf.size;
      titleOf.push(number);
      if (known !== undefined) return;
      numberOf.set(key, number);
      for (const term of new Set(title)) {
        terms.push(numberTerm(term));
        titles.push(number);
      }
    },
    finish(rankOf) {
      const ranks = terms.toArray().map((term) => rankOf[term] ?? 0);
      const { offsets, order } = groupByTerm(ranks, rankOf.length);
      const collected = titles.toArray();
      return {
        titleOf: titleOf.toArray(),
        titleOffsets: offsets,
        titles: order.map((at) => collected[at] ?? 0),
      };
    },
  };
}
