import { bootstrapMean } from '#evaluation/statistics/cluster-bootstrap.ts';
import { exactInterval } from '#evaluation/statistics/exact-interval.ts';
import { CHECKS, VALUES } from './check-kinds.ts';
import type { CaseRecord, Metric } from './run-record.ts';

/** Shares with exact intervals and means with bootstrapped ones, suite by suite; nothing is averaged across suites. */
export function measure(records: readonly CaseRecord[], seed: number): Metric[] {
  const suites = [...new Set(records.map(({ suite }) => suite))];
  return suites.flatMap((suite) => {
    const own = records.filter((record) => record.suite === suite);
    return [...shares(suite, own), ...classShares(suite, own), ...means(suite, own, seed)];
  });
}

function shareOf(name: string, suite: string, kind: Metric['kind'], passed: number, of: number): Metric {
  const { lower, upper } = exactInterval(passed, of);
  return {
    name,
    suite,
    kind,
    of: 'share',
    value: passed / of,
    successes: passed,
    n: of,
    lower,
    upper,
    better: 'higher',
  };
}

function shares(suite: string, records: readonly CaseRecord[]): Metric[] {
  return Object.entries(CHECKS).flatMap(([check, { kind }]) => {
    const applicable = records.flatMap(({ checks }) => checks[check] ?? []);
    if (applicable.length === 0) return [];
    return [shareOf(`${suite}.${check}`, suite, kind, applicable.filter(Boolean).length, applicable.length)];
  });
}

/** Each class of the decision matrix by itself: how often what should come came. */
function classShares(suite: string, records: readonly CaseRecord[]): Metric[] {
  const asked = records.filter(({ actual }) => actual !== '');
  const classes = [...new Set(asked.map(({ expected }) => expected))].sort();
  if (classes.length < 2) return [];
  return classes.map((name) => {
    const own = asked.filter(({ expected }) => expected === name);
    const right = own.filter(({ cost }) => cost === 0).length;
    return shareOf(`${suite}.class.${name}`, suite, 'information', right, own.length);
  });
}

function means(suite: string, records: readonly CaseRecord[], seed: number): Metric[] {
  return Object.entries(VALUES).flatMap(([name, { kind, better }]): Metric[] => {
    const values = records.flatMap(({ cluster, values: own }) => {
      const value = own[name];
      return value === undefined ? [] : [{ cluster, value }];
    });
    if (values.length === 0) return [];
    const { mean, n, lower, upper } = bootstrapMean(values, seed);
    return [
      { name: `${suite}.${name}`, suite, kind, of: 'mean', value: mean, successes: null, n, lower, upper, better },
    ];
  });
}
