import { isClassRight } from '#evaluation/run/classes.ts';
import type { CaseRecord, Metric } from '#evaluation/run/run-record.ts';
import { createCameBefore } from './came-before.ts';
import { checkOf } from './describe-measure.ts';
import { formatCount, formatNumber, formatPercent } from './format-figures.ts';
import type { ReportInput } from './report-input.ts';

/** What a figure was in the baseline. */
export interface Before {
  /** Share or mean. */
  readonly value: number;
  readonly text: string;
}

type Compared = Pick<ReportInput, 'run' | 'comparison'>;

const tellShare = (count: number, of: number): Before | null =>
  of === 0
    ? null
    : { value: count / of, text: `${formatCount(count)} of ${formatCount(of)} (${formatPercent(count / of)})` };

/** Of the given cases those whose class in the baseline passes a test; null where the baseline does not know every class. */
export function countBefore(
  { comparison }: Compared,
  records: readonly CaseRecord[],
  test: (before: string, record: CaseRecord) => boolean,
): Before | null {
  const cameBefore = createCameBefore(comparison);
  const pairs = records.map((record) => ({ record, before: cameBefore(record) }));
  if (pairs.some(({ before }) => before === null)) return null;
  return tellShare(pairs.filter(({ record, before }) => test(before ?? '', record)).length, records.length);
}

const CLASS = 'class.';
const isAnswer = (name: string): boolean => name.startsWith('answered');

/** Of figures that the baseline does not keep, or whose cases are others than before: told by the classes that came. */
function fromClasses(metric: Metric, input: Compared): Before | null | undefined {
  const check = checkOf(metric);
  const own = input.run.records.filter(({ suite, actual }) => suite === metric.suite && actual !== '');
  if (check.startsWith(CLASS)) {
    const expected = check.slice(CLASS.length);
    return countBefore(
      input,
      own.filter((record) => record.expected === expected),
      (before) => isClassRight(expected, before),
    );
  }
  const asked = own.filter(({ checks }) => checks['answered'] !== undefined);
  if (check === 'answered') return countBefore(input, asked, isAnswer);
  if (check !== 'correct') return undefined;
  const cameBefore = createCameBefore(input.comparison);
  const given = asked.filter((record) => isAnswer(cameBefore(record) ?? ''));
  return countBefore(input, given, (before) => before === 'answered');
}

/** The baseline's figure beside a metric's; `isFailure` tells a share by the cases that failed. Null where it is not known. */
export function tellBefore(metric: Metric, isFailure: boolean, input: Compared): Before | null {
  const { comparison } = input;
  if (comparison === null) return null;
  const known = fromClasses(metric, input);
  if (known !== undefined) return known;
  const check = checkOf(metric);
  const finding = comparison.findings.find((one) => one.suite === metric.suite && one.check === check);
  if (finding !== undefined) {
    const { passed, of } = finding.before;
    if (metric.of !== 'mean') return tellShare(isFailure ? of - passed : passed, of);
    return of === 0 ? null : { value: passed / of, text: formatNumber(passed / of) };
  }
  // What did not change has no finding; of figures for information and of new cases nothing is known.
  if (metric.kind === 'information' || metric.n === 0 || comparison.newCases + comparison.goneCases > 0) return null;
  if (metric.of === 'mean') return { value: metric.value, text: 'the same' };
  const passed = (metric.successes ?? 0) / metric.n;
  return { value: isFailure === (metric.better === 'higher') ? 1 - passed : passed, text: 'the same' };
}
