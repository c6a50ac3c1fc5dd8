import type { Metric } from '#evaluation/run/run-record.ts';
import { exactInterval } from '#evaluation/statistics/exact-interval.ts';
import { formatCount, formatNumber, formatPercent, formatPercentRange } from './format-figures.ts';

/** One figure as it is written and drawn. Shares run from 0 to 1. */
export interface Figure {
  readonly kind: 'share' | 'mean';
  /** Estimate and interval, for a reader. */
  readonly text: string;
  /** The estimate alone. */
  readonly brief: string;
  /** The two parts of `text`, "2 of 93" and "2.2%, 0.26–7.6%", to put words between; the first is the estimate of a mean. */
  readonly count: string;
  readonly range: string;
  readonly estimate: number;
  /** So few cases that little can be said, whatever came out. */
  readonly isSmall: boolean;
  /** Null where there is none: no case, or all of them of one cluster. */
  readonly interval: { readonly lower: number; readonly upper: number } | null;
}

type Parts = Omit<Figure, 'text' | 'isSmall'> & { readonly n: number };

/** Below this, even where nothing failed one in five might. */
const FEW = 12;

const compose = ({ n, ...parts }: Parts): Figure => ({
  ...parts,
  isSmall: n > 0 && n < FEW,
  text: parts.range === '' ? parts.count : `${parts.count} (${parts.range})`,
});

const nothing = compose({
  kind: 'share',
  brief: 'no case',
  count: 'no case',
  range: '',
  estimate: 0,
  interval: null,
  n: 0,
});

function share(successes: number, n: number, lower: number, upper: number): Figure {
  if (n === 0) return nothing;
  const brief = formatPercent(successes / n);
  const count = `${formatCount(successes)} of ${formatCount(n)}`;
  const range = `${brief}, ${formatPercentRange(lower, upper)}`;
  return compose({ kind: 'share', brief, count, range, estimate: successes / n, interval: { lower, upper }, n });
}

/** "167 of 261 (64%, 58–70%)", exact at 95% (Clopper and Pearson 1934). */
export function shareFigure(successes: number, n: number): Figure {
  const { lower, upper } = exactInterval(successes, n);
  return share(successes, n, lower, upper);
}

/**
 * "2 of 93 (2.2%, 0.26–7.6%)"; where nothing failed, what can be said at most, one-sided at 95%: "0 of 93 (at most 3.2%)".
 */
export function failureFigure(failures: number, n: number): Figure {
  if (failures > 0 || n === 0) return shareFigure(failures, n);
  const { upper } = exactInterval(0, n, 0.1);
  const count = `0 of ${formatCount(n)}`;
  const range = `at most ${formatPercent(upper)}`;
  return compose({ kind: 'share', brief: '0%', count, range, estimate: 0, interval: { lower: 0, upper }, n });
}

/** A metric as its figure; `isFailure` tells a share by the cases that failed. */
export function metricFigure(metric: Metric, isFailure: boolean): Figure {
  const { n, lower, upper, value } = metric;
  if (n === 0) return nothing;
  const successes = metric.successes ?? value;
  if (metric.of === 'share' && isFailure)
    return failureFigure(metric.better === 'higher' ? n - successes : successes, n);
  if (metric.of === 'share') return share(successes, n, lower, upper);
  const brief = formatNumber(value);
  // A mean of one cluster has no interval; JSON writes its infinite ends as null.
  const isKnown = Number.isFinite(lower) && Number.isFinite(upper);
  const range = isKnown ? `${formatNumber(lower)}–${formatNumber(upper)}` : 'spread not known';
  const interval = isKnown ? { lower, upper } : null;
  return compose({ kind: 'mean', brief, count: brief, range, estimate: value, interval, n });
}
