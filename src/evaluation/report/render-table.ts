import type { EvalRun, Metric } from '#evaluation/run/run-record.ts';
import { checkName, checkOf, describeMeasure } from './describe-measure.ts';
import { suiteTitle } from './describe-suite.ts';
import { metricFigure } from './figure.ts';
import { compareFaults, indexRecords } from './find-record.ts';
import { formatCounted, formatList, formatNumber, shortIdentity } from './format-figures.ts';
import { compareFindings, type Flip, listFlips } from './list-flips.ts';
import type { Comparison, Finding } from './report-input.ts';
import { clip, pad } from './terminal-text.ts';

const MAX_LINES = 40;
const MAX_COLUMNS = 100;
/** Of the changes, so that figures have their room. */
const MAX_FINDINGS = 6;
const MAX_CASES = { worse: 8, better: 3 } as const;

function headLines(run: EvalRun, comparison: Comparison | null): string[] {
  const { commit } = run.identity;
  const parts = [
    formatCounted(run.records.length, 'case'),
    `${run.split} split`,
    commit === null ? 'version not stated' : `version ${shortIdentity(commit)}`,
    `seed ${run.seed}`,
  ];
  if (comparison === null) return [parts.join(' · '), 'Not compared: there is no baseline.'];
  const { baseline, verdict, changed } = comparison;
  const differs = changed.length === 0 ? 'nothing differs' : `differs: ${formatList(changed)}`;
  return [
    parts.join(' · '),
    `${verdict === 'pass' ? 'PASSES' : 'FAILS'} against the baseline of ${baseline.acceptedOn} (${differs})`,
  ];
}

function findingLine(finding: Finding): string {
  const { suite, check, fails, before, after, pValue, worse, better, why } = finding;
  const result = ({ passed, of }: typeof before) =>
    pValue === null ? formatNumber(passed / Math.max(of, 1)) : `${passed}/${of}`;
  const counts = `${result(before)} → ${result(after)}, −${worse.length} +${better.length}`;
  return `  ${fails ? 'FAILS' : worse.length > better.length ? 'worse' : 'ok   '} ${suiteTitle(suite)}: ${checkName(check)}  ${counts}  ${why}`;
}

function caseLines(run: EvalRun, flips: readonly Flip[], kind: keyof typeof MAX_CASES): string[] {
  if (flips.length === 0) return [];
  const find = indexRecords(run);
  const known = flips.map((flip) => ({ flip, record: find(flip.suite, flip.id) }));
  const sorted = known.sort((a, b) =>
    a.record === undefined || b.record === undefined
      ? Number(a.record === undefined) - Number(b.record === undefined)
      : compareFaults(a.record, b.record),
  );
  const shown = sorted.slice(0, MAX_CASES[kind]).map(({ flip, record }) => {
    const came =
      record === undefined
        ? 'not in this run'
        : `${record.actual === '' ? '' : `${record.expected} → ${record.actual}  `}${record.problems[0] ?? ''}`;
    return `  ${kind === 'worse' ? '−' : '+'} ${pad(flip.id, 28)} ${came}`;
  });
  const rest = flips.length - shown.length;
  return [
    `${kind === 'worse' ? 'Got worse' : 'Got better'}: ${formatCounted(flips.length, 'case')}`,
    ...shown,
    ...(rest === 0 ? [] : [`  … ${rest} more in the report`]),
  ];
}

function changeLines(run: EvalRun, comparison: Comparison | null): string[] {
  if (comparison === null) return [];
  const flips = listFlips(comparison);
  const flipped = comparison.findings.filter((one) => one.fails || one.worse.length + one.better.length > 0);
  const shown = [...flipped].sort(compareFindings).slice(0, MAX_FINDINGS);
  const rest = flipped.length - shown.length;
  if (flipped.length === 0) return ['No case got better or worse.'];
  return [
    ...shown.map(findingLine),
    ...(rest === 0 ? [] : [`  … ${formatCounted(rest, 'more check')} in the report`]),
    ...caseLines(run, flips.worse, 'worse'),
    ...caseLines(run, flips.better, 'better'),
  ];
}

/** As many metrics as there is room for: every suite's safety first, then the main figures of each in turn. */
function chooseMetrics(metrics: readonly Metric[], room: number): Metric[] {
  const rank = (metric: Metric) => describeMeasure(checkOf(metric)).rank;
  const suites = [...new Set(metrics.map(({ suite }) => suite))];
  const queues = suites.map((suite) =>
    metrics
      .filter(
        (one) => one.suite === suite && one.n > 0 && (one.kind === 'safety' || describeMeasure(checkOf(one)).isMain),
      )
      .sort((a, b) => Number(b.kind === 'safety') - Number(a.kind === 'safety') || rank(a) - rank(b)),
  );
  const safety = queues.flatMap((queue) => queue.filter(({ kind }) => kind === 'safety'));
  const others = queues.map((queue) => queue.filter(({ kind }) => kind !== 'safety'));
  const deepest = Math.max(0, ...others.map(({ length }) => length));
  const turns = Array.from({ length: deepest }, (_, at) => others.flatMap((queue) => queue[at] ?? []));
  const chosen = new Set([...safety, ...turns.flat()].slice(0, Math.max(room, 0)));
  return queues.flatMap((queue) => queue.filter((metric) => chosen.has(metric)));
}

function metricLines(run: EvalRun, room: number): string[] {
  const chosen = chooseMetrics(run.metrics, room);
  return chosen.map((metric, at) => {
    const { label, isFailure } = describeMeasure(checkOf(metric));
    const suite = chosen[at - 1]?.suite === metric.suite ? '' : suiteTitle(metric.suite);
    return `${pad(suite, 22)} ${pad(label, 27)} ${metricFigure(metric, isFailure).text}`;
  });
}

/**
 * What got better and worse and each suite's main figures with their 95% intervals, for a terminal: at most 40 lines of 100
 * columns, ended by a line feed. Holds ids of cases and what is wrong with them, never their questions.
 */
export function renderTable(run: EvalRun, comparison: Comparison | null): string {
  const head = headLines(run, comparison);
  const changes = changeLines(run, comparison);
  const title = `${pad('Suite', 22)} ${pad('Figure', 27)} Result, 95% interval`;
  const room = MAX_LINES - head.length - changes.length - 2;
  const figures = metricLines(run, room);
  const lines = [...head, ...changes, '', title, ...figures];
  return `${lines.map((line) => clip(line, MAX_COLUMNS).trimEnd()).join('\n')}\n`;
}
