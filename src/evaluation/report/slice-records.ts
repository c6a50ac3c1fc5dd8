import type { CaseRecord } from '#evaluation/run/run-record.ts';
import { isFaulty } from './find-record.ts';

/** The cases of one suite that carry one tag. */
export interface Slice {
  readonly tag: string;
  readonly cases: number;
  /** Nothing is wrong with them. */
  readonly clean: number;
}

export interface SuiteSlices {
  readonly suite: string;
  readonly whole: Slice;
  /** Of at least `MIN_SLICE` cases, worst first. */
  readonly slices: readonly Slice[];
  /** Of fewer: too few to say anything. */
  readonly small: readonly Slice[];
}

export const MIN_SLICE = 5;

function slice(tag: string, records: readonly CaseRecord[]): Slice {
  return { tag, cases: records.length, clean: records.filter((record) => !isFaulty(record)).length };
}

const compareSlices = (a: Slice, b: Slice): number =>
  a.clean / a.cases - b.clean / b.cases || b.cases - a.cases || (a.tag < b.tag ? -1 : 1);

/** Suites in the order of the run, each cut by tag; never across suites, for they measure different things. */
export function sliceRecords(records: readonly CaseRecord[]): SuiteSlices[] {
  const suites = [...new Set(records.map(({ suite }) => suite))];
  return suites.map((suite) => {
    const own = records.filter((record) => record.suite === suite);
    const tags = [...new Set(own.flatMap((record) => record.tags))];
    // A tag that all cases carry says nothing that the whole does not.
    const all = tags.map((tag) =>
      slice(
        tag,
        own.filter((record) => record.tags.includes(tag)),
      ),
    );
    const told = all.filter(({ cases }) => cases < own.length).sort(compareSlices);
    return {
      suite,
      whole: slice('all cases', own),
      slices: told.filter(({ cases }) => cases >= MIN_SLICE),
      small: told.filter(({ cases }) => cases < MIN_SLICE),
    };
  });
}
