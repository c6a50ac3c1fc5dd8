import type { CaseRecord } from '#evaluation/run/run-record.ts';
import { describeClass } from './describe-class.ts';

/** What should come and what came, in the reader's words; empty for a case that is not asked. */
export function tellOutcome({ expected, actual, cost }: CaseRecord): string {
  if (actual === '') return '';
  // A class may be right without being the one expected: a graver card, or anything but a card.
  if (cost === 0) return `${describeClass(actual)}, as it should`;
  return `Should come: ${describeClass(expected)}. Came: ${describeClass(actual)}.`;
}

/** Problems of a case that say more than that its outcome is another one, which `tellOutcome` says. */
export const listProblems = ({ expected, actual, problems }: CaseRecord): readonly string[] =>
  problems.filter((problem) => problem !== `Expected ${expected}, came ${actual}.`);
