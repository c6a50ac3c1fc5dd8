import type { CaseRecord } from '#evaluation/run/run-record.ts';
import { describeClass, describeClassInline } from './describe-class.ts';

/** What should come and what came, in the reader's words; empty for a case that is not asked. */
export function tellOutcome({ expected, actual, cost }: CaseRecord): string {
  if (actual === '') return '';
  // A class may be right without being the one expected: a graver card, or anything but a card.
  if (cost === 0) return `${describeClass(actual)}, as it should`;
  return `Should come: ${describeClass(expected)}. Came: ${describeClass(actual)}.`;
}

/** "Before: Declined → now: Answered wrongly"; `before` is null where the baseline does not say. */
export function tellBeforeAndNow({ actual }: Pick<CaseRecord, 'actual'>, before: string | null): string {
  if (actual === '') return 'Not asked: scored without a reply';
  if (before === null) return `Now: ${describeClass(actual)}`;
  if (before === actual) return `Before and now: ${describeClass(actual)}`;
  return `Before: ${describeClass(before)} → now: ${describeClass(actual)}`;
}

const quoted = (name: string): string => `“${describeClassInline(name)}”`;

/** What is wrong with a case, with classes in the reader's words. */
export function listProblems({ expected, actual, problems }: CaseRecord): readonly string[] {
  return problems.map((problem) => {
    if (problem === `Expected ${expected}, came ${actual}.`)
      return `It should bring ${quoted(expected)}, and brought ${quoted(actual)}.`;
    return problem === `Answers, though it should not: expected ${expected}.`
      ? `It answers, though it should not: it should bring ${quoted(expected)}.`
      : problem;
  });
}
