import type { CaseRecord } from '#evaluation/run/run-record.ts';

/** A case that has a problem, for somebody who works on it. */
export function printWrong({ suite, id, turns, expected, actual, replies, problems }: CaseRecord): string {
  return [
    `${suite}/${id}${actual === '' ? '' : `  expected ${expected}, was ${actual}`}`,
    ...turns.map((turn) => `  ? ${turn}`),
    ...(actual === '' ? [] : [`  > ${replies.at(-1)?.answer?.text ?? '–'}`]),
    ...problems.map((problem) => `  ! ${problem}`),
  ].join('\n');
}
