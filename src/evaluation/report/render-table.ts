import type { Comparison, Finding } from '#evaluation/gate/comparison.ts';
import type { CaseRecord, EvalRun } from '#evaluation/run/run-record.ts';
import { checkName } from './describe-measure.ts';
import { suiteTitle } from './describe-suite.ts';
import { compareFaults, indexRecords } from './find-record.ts';
import { formatCounted, formatList, formatNumber, shortIdentity } from './format-figures.ts';
import { compareFindings, type Flip, listFlips } from './list-flips.ts';
import { listProblems } from './tell-outcome.ts';
import { listFigures } from './terminal-figures.ts';
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
  return [parts.join(' · '), `${verdict === 'pass' ? 'PASSES' : 'FAILS'} against ${baseline.name} (${differs})`];
}

function findingLine(finding: Finding): string {
  const { suite, check, fails, before, after, pValue, worse, better, why } = finding;
  const result = ({ passed, of }: typeof before) =>
    pValue === null ? formatNumber(passed / Math.max(of, 1)) : `${passed}/${of}`;
  const counts = `${result(before)} → ${result(after)}, −${worse.length} +${better.length}`;
  return `  ${fails ? 'FAILS' : worse.length > better.length ? 'worse' : 'ok   '} ${suiteTitle(suite)}: ${checkName(check)}  ${counts}  ${why}`;
}

/** What came, and what else is wrong; the words of the case are not told. */
function tellCase(record: CaseRecord): string {
  const { expected, actual, cost } = record;
  const outcome = actual === '' ? [] : cost === 0 ? [`${actual}, as it should`] : [`${expected} → ${actual}`];
  return [...outcome, ...listProblems(record).slice(0, 1)].join('  ');
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
    const came = record === undefined ? 'not in this run' : tellCase(record);
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

/**
 * What got better and worse and each suite's main figures with their 95% intervals, for a terminal: at most 40 lines of 100
 * columns, ended by a line feed. Holds ids of cases and what is wrong with them, never their questions.
 */
export function renderTable(run: EvalRun, comparison: Comparison | null): string {
  const head = headLines(run, comparison);
  const changes = changeLines(run, comparison);
  const title = 'Main figures, with their 95% intervals (≤: at most, where nothing failed)';
  const room = MAX_LINES - head.length - changes.length - 2;
  const lines = [...head, ...changes, '', title, ...listFigures(run.metrics, room, MAX_COLUMNS)];
  return `${lines.map((line) => clip(line, MAX_COLUMNS).trimEnd()).join('\n')}\n`;
}
