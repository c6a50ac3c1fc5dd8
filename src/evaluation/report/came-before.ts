import type { Comparison } from '#evaluation/gate/comparison.ts';
import type { CaseRecord } from '#evaluation/run/run-record.ts';

/** The class that came out of a case in the baseline; null where the baseline does not say. */
export type CameBefore = (record: Pick<CaseRecord, 'suite' | 'id' | 'actual'>) => string | null;

export function createCameBefore(comparison: Comparison | null): CameBefore {
  if (comparison === null) return () => null;
  const moved = new Map(comparison.moves.flatMap(({ from, cases }) => cases.map((key) => [key, from] as const)));
  // Where the baseline does not know some cases, one that did not move may be one of them.
  const isAllKnown = comparison.newCases === 0;
  return ({ suite, id, actual }) => moved.get(`${suite}/${id}`) ?? (isAllKnown && actual !== '' ? actual : null);
}
