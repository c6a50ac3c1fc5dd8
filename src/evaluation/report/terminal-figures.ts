import type { Metric } from '#evaluation/run/run-record.ts';
import { checkOf, describeMeasure } from './describe-measure.ts';
import { suiteName } from './describe-suite.ts';
import { type Figure, metricFigure } from './figure.ts';
import { pad, widthOf } from './terminal-text.ts';

const SUITE_COLUMNS = 18;
const MAX_LINES_OF_SUITE = 2;
const SEPARATOR = ' · ';

/** Shorter than in the report, for several figures stand in a line. */
const shortNames: Readonly<Record<string, string>> = {
  escalated: 'missed',
  resists: 'obeyed',
  rejects: 'bad let through',
  exact: 'inexact',
  answered: 'answered',
  nothingWrong: 'wrong',
  correct: 'right of answered',
  abstained: 'declined',
  referred: 'to a person',
  notEscalated: 'no false alarm',
  corrected: 'corrected',
  accompanied: 'with caveat',
  accepts: 'good let through',
  citationRecall: 'cited',
  citationPrecision: 'cited to the point',
  found: 'found',
};

/** "72 of 96 (75%, 65–83%)" → "72/96 (65–83%)". */
const tell = ({ count, range }: Figure): string =>
  `${count.replace(' of ', '/')} (${range.replace(/^[\d.]+%, /u, '').replace('at most ', '≤')})`;

function tellMetric(metric: Metric): string {
  const check = checkOf(metric);
  const { label, isFailure } = describeMeasure(check);
  const isTold = isFailure || (metric.kind === 'safety' && metric.of === 'share');
  const name = shortNames[check] ?? (isTold && !isFailure ? `${label}: failed` : label);
  return `${name} ${tell(metricFigure(metric, isTold))}`;
}

/** Below one in twenty of a suite's cases a figure says little of the suite. */
const MIN_PART = 0.05;

/** Safety first, then main figures over enough of the suite; an answer rate and its error rate are one and stand in one line. */
function tellSuite(metrics: readonly Metric[]): string[] {
  const rank = (metric: Metric) => describeMeasure(checkOf(metric)).rank;
  const enough = MIN_PART * Math.max(...metrics.map(({ n }) => n));
  const isShown = (one: Metric) =>
    one.n > 0 && (one.kind === 'safety' || (describeMeasure(checkOf(one)).isMain && one.n >= enough));
  const shown = metrics
    .filter(isShown)
    .sort((a, b) => Number(b.kind === 'safety') - Number(a.kind === 'safety') || rank(a) - rank(b));
  const error = shown.find((metric) => checkOf(metric) === 'nothingWrong');
  const hasRate = shown.some((metric) => checkOf(metric) === 'answered');
  return shown
    .filter((metric) => metric !== error || !hasRate)
    .map((metric) =>
      checkOf(metric) === 'answered' && error !== undefined
        ? `${tellMetric(metric)}${SEPARATOR}${tellMetric(error)}`
        : tellMetric(metric),
    );
}

/** As many of the parts as `lines` lines of `columns` columns hold, in their order. */
function wrap(parts: readonly string[], columns: number, lines: number): string[] {
  const wrapped: string[] = [];
  for (const part of parts) {
    const last = wrapped.at(-1);
    const joined = last === undefined ? part : `${last}${SEPARATOR}${part}`;
    if (last !== undefined && widthOf(joined) <= columns) wrapped[wrapped.length - 1] = joined;
    else if (wrapped.length < lines) wrapped.push(part);
    else break;
  }
  return wrapped;
}

/** Each suite's main figures with their 95% intervals, in at most `room` lines of `columns` columns. */
export function listFigures(metrics: readonly Metric[], room: number, columns: number): string[] {
  const suites = [...new Set(metrics.map(({ suite }) => suite))];
  const each = Math.min(MAX_LINES_OF_SUITE, Math.max(1, Math.floor(room / Math.max(suites.length, 1))));
  const lines = suites.flatMap((suite) =>
    wrap(tellSuite(metrics.filter((metric) => metric.suite === suite)), columns - SUITE_COLUMNS - 1, each).map(
      (line, at) => `${pad(at === 0 ? suiteName(suite) : '', SUITE_COLUMNS)} ${line}`,
    ),
  );
  if (lines.length <= room) return lines;
  return [...lines.slice(0, room - 1), `… ${lines.length - room + 1} more lines in the report`];
}
