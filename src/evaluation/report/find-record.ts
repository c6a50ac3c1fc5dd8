import type { CaseRecord, EvalRun } from '#evaluation/run/run-record.ts';

/** Id of a case within a page: letters, digits, `-` and `_` only, different for different cases. */
export function anchorOf({ suite, id }: Pick<CaseRecord, 'suite' | 'id'>): string {
  const safe = (text: string) =>
    text.replace(/[^A-Za-z0-9-]/gu, (mark) => `_${mark.codePointAt(0)?.toString(16) ?? ''}_`);
  return `case-${safe(suite)}--${safe(id)}`;
}

/** Records by suite and id; undefined for a case that this run does not have. */
export function indexRecords(run: EvalRun): (suite: string, id: string) => CaseRecord | undefined {
  const bySuite = new Map<string, Map<string, CaseRecord>>();
  for (const record of run.records) {
    const known = bySuite.get(record.suite) ?? new Map<string, CaseRecord>();
    bySuite.set(record.suite, known.set(record.id, record));
  }
  return (suite, id) => bySuite.get(suite)?.get(id);
}

/** Something is wrong with it. */
export const isFaulty = ({ cost, problems }: CaseRecord): boolean => cost > 0 || problems.length > 0;

/** Costliest first, then the one with more problems, then by name. */
export function compareFaults(a: CaseRecord, b: CaseRecord): number {
  const name = (record: CaseRecord) => `${record.suite}\u0000${record.id}`;
  return b.cost - a.cost || b.problems.length - a.problems.length || (name(a) < name(b) ? -1 : 1);
}
