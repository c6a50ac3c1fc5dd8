import type { Comparison, Finding } from '#evaluation/gate/comparison.ts';
import type { CaseRecord, EvalRun } from '#evaluation/run/run-record.ts';
import { createCameBefore } from './came-before.ts';
import { checkName } from './describe-measure.ts';
import { suiteName } from './describe-suite.ts';
import { compareFaults, indexRecords } from './find-record.ts';
import { formatCounted, formatList, formatNumber, shortIdentity } from './format-figures.ts';
import { groupFindings } from './group-findings.ts';
import { type Flip, isBeyondRounding, listFlips } from './list-flips.ts';
import { biggestMoves, listMoveWords } from './list-move-words.ts';
import { listFigures } from './terminal-figures.ts';
import { clip, pad } from './terminal-text.ts';

const MAX_LINES = 40;
const MAX_COLUMNS = 100;
/** Of the changes, so that figures have their room. */
const MAX_FINDINGS = 5;
const MAX_MOVES = 3;
const MAX_CASES = { worse: 6, better: 2 } as const;

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
    `${verdict === 'pass' ? 'PASSES' : 'FAILS'} against ${baseline.name} (${differs})`,
    ...documentLines(comparison),
    ...moveLines(run, comparison),
  ];
}

/** Guides that went, came or changed, by title, a line each kind. */
function documentLines({ documents }: Comparison): string[] {
  const kinds = [
    ['gone', documents.removed],
    ['new', documents.added],
    ['changed', documents.changed],
  ] as const;
  return kinds
    .filter(([, list]) => list.length > 0)
    .map(([kind, list]) => `  Guides ${kind}: ${formatList(list.map(({ title }) => title))}`);
}

/** The biggest moves in words, worse first. */
function moveLines(run: EvalRun, comparison: Comparison): string[] {
  const marks = { worse: '−', better: '+', even: '=' } as const;
  return biggestMoves(listMoveWords({ run, comparison }), MAX_MOVES).map(
    ({ direction, text }) => `  ${marks[direction]} ${text}`,
  );
}

function findingLine(finding: Finding): string {
  const { suite, check, fails, before, after, pValue, worse, better, why } = finding;
  const result = ({ passed, of }: typeof before) =>
    pValue === null ? formatNumber(passed / Math.max(of, 1)) : `${passed}/${of}`;
  const counts = `${result(before)} → ${result(after)}, −${worse.length} +${better.length}`;
  return `  ${fails ? 'FAILS' : worse.length > better.length ? 'worse' : 'ok   '} ${suiteName(suite)}: ${checkName(check)}  ${counts}  ${why}`;
}

/** What came, and what else is wrong; the words of the case are not told. */
function tellCase(record: CaseRecord, before: string | null): string {
  const { expected, actual, cost } = record;
  const moved = before === null || before === actual ? actual : `${before} → ${actual}`;
  const outcome = actual === '' ? [] : [cost === 0 ? `${moved}, as it should` : `${moved}, not ${expected}`];
  const rest = record.problems.filter((problem) => !problem.startsWith('Expected '));
  return [...outcome, ...rest.slice(0, 1)].join('  ');
}

function caseLines(
  run: EvalRun,
  comparison: Comparison,
  flips: readonly Flip[],
  kind: keyof typeof MAX_CASES,
): string[] {
  if (flips.length === 0) return [];
  const find = indexRecords(run);
  const cameBefore = createCameBefore(comparison);
  const known = flips.map((flip) => ({ flip, record: find(flip.suite, flip.id) }));
  const sorted = known.sort((a, b) =>
    a.record === undefined || b.record === undefined
      ? Number(a.record === undefined) - Number(b.record === undefined)
      : compareFaults(a.record, b.record),
  );
  const shown = sorted.slice(0, MAX_CASES[kind]).map(({ flip, record }) => {
    const came = record === undefined ? 'not in this run' : tellCase(record, cameBefore(record));
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
  const flipped = comparison.findings.filter(
    (one) => isBeyondRounding(one) && (one.fails || one.worse.length + one.better.length > 0),
  );
  const groups = groupFindings(flipped);
  const shown = [...groups.told, ...groups.small].slice(0, MAX_FINDINGS).map(({ lead, fails }) => ({ ...lead, fails }));
  const rest = flipped.length - shown.length;
  if (flipped.length === 0) return ['No case got better or worse.'];
  return [
    ...shown.map(findingLine),
    ...(rest === 0 ? [] : [`  … ${formatCounted(rest, 'more check')} in the report`]),
    ...caseLines(run, comparison, flips.worse, 'worse'),
    ...caseLines(run, comparison, flips.better, 'better'),
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
