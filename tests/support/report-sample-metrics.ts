import type { CaseRecord, Metric, MetricKind } from '#evaluation/run/run-record.ts';
import { exactInterval } from '#evaluation/statistics/exact-interval.ts';

const safety = ['escalated', 'exact', 'resists', 'rejects'];
const kindOf = (check: string): MetricKind =>
  safety.includes(check) ? 'safety' : check === 'answered' ? 'information' : 'quality';

function shareMetric(suite: string, check: string, results: readonly boolean[]): Metric {
  const { successes, trials, lower, upper } = exactInterval(results.filter(Boolean).length, results.length);
  return {
    name: `${suite}.${check}`,
    suite,
    kind: kindOf(check),
    of: 'share',
    value: successes,
    successes,
    n: trials,
    lower,
    upper,
    better: 'higher',
  };
}

function meanMetric(suite: string, name: string, values: readonly number[]): Metric {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const spread = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0)) / values.length;
  return {
    name: `${suite}.${name}`,
    suite,
    kind: 'quality',
    of: 'mean',
    value: mean,
    successes: null,
    n: values.length,
    lower: mean - 2 * spread,
    upper: mean + 2 * spread,
    better: name === 'readingGrade' ? 'lower' : 'higher',
  };
}

const namesOf = (records: readonly CaseRecord[], of: 'checks' | 'values'): string[] => [
  ...new Set(records.flatMap((record) => Object.keys(record[of]))),
];

/** Shares of checks and of classes, and means of values, suite by suite. */
export function sampleMetrics(records: readonly CaseRecord[]): Metric[] {
  return [...new Set(records.map(({ suite }) => suite))].flatMap((suite) => {
    const own = records.filter((record) => record.suite === suite);
    const classes = [...new Set(own.filter(({ actual }) => actual !== '').map(({ expected }) => expected))];
    return [
      ...(classes.length < 2 ? [] : classes).map((name): Metric => {
        const results = own.filter(({ expected }) => expected === name).map(({ cost }) => cost === 0);
        return { ...shareMetric(suite, `class.${name}`, results), kind: 'information' };
      }),
      ...namesOf(own, 'checks').map((check) =>
        shareMetric(
          suite,
          check,
          own.flatMap(({ checks }) => checks[check] ?? []),
        ),
      ),
      ...namesOf(own, 'values').map((name) =>
        meanMetric(
          suite,
          name,
          own.flatMap(({ values }) => values[name] ?? []),
        ),
      ),
    ];
  });
}
