import { CHECKS, type CheckName, VALUES, type ValueName } from '#evaluation/run/check-kinds.ts';
import type { EvalRun } from '#evaluation/run/run-record.ts';
import { type Baseline, resultsOf, type SuiteResults } from './baseline.ts';
import { compareCheck } from './compare-check.ts';
import { compareValue } from './compare-value.ts';
import type { Comparison, Finding } from './comparison.ts';
import type { GateSettings } from './gate-settings.ts';
import { listChangedFiles } from './list-changed-files.ts';
import { listDocumentChanges } from './list-document-changes.ts';
import { listMoves } from './list-moves.ts';

const EMPTY: SuiteResults = { checks: {}, values: {}, outcomes: {} };
const PARTS = ['commit', 'corpus', 'prompts', 'index', 'encoder', 'model'] as const;
const KINDS = ['safety', 'quality', 'information'] as const;

function compareSuite(suite: string, before: SuiteResults, after: SuiteResults, gate: GateSettings): Finding[] {
  const checks = (Object.keys(CHECKS) as CheckName[]).map((check) =>
    compareCheck(suite, check, before.checks[check], after.checks[check], gate),
  );
  const values = (Object.keys(VALUES) as ValueName[]).map((name) =>
    compareValue(suite, name, before.values[name], after.values[name], gate),
  );
  return [...checks, ...values].filter((finding) => finding !== null);
}

function idsOf({ checks }: SuiteResults): Set<string> {
  return new Set(Object.values(checks).flatMap(({ passed, failed }) => [...passed, ...failed]));
}

export interface CompareOptions {
  /** Of the baseline, as it is shown. */
  readonly name?: string;
  /** Every case was asked: one of the baseline that was not is gone, and that fails. */
  readonly isWhole?: boolean;
}

/** Compares a run with the baseline, case by case, in the suites that were run. */
export function compareRun(
  run: EvalRun,
  baseline: Baseline,
  gate: GateSettings,
  { name = `the baseline accepted on ${baseline.acceptedOn}`, isWhole = false }: CompareOptions = {},
): Comparison {
  const results = resultsOf(run.records);
  const suites = [...new Set([...Object.keys(results), ...(isWhole ? Object.keys(baseline.suites) : [])])];
  const findings = suites.flatMap((suite) =>
    compareSuite(suite, baseline.suites[suite] ?? EMPTY, results[suite] ?? EMPTY, gate),
  );
  const casesOf = (all: Baseline['suites']) =>
    new Set(suites.flatMap((suite) => [...idsOf(all[suite] ?? EMPTY)].map((id) => `${suite}/${id}`)));
  const [known, asked] = [casesOf(baseline.suites), casesOf(results)];
  const gone = [...known].filter((id) => !asked.has(id));
  const { commit } = baseline.identity;
  return {
    baseline: { commit, name, reason: baseline.reason },
    verdict: findings.some(({ fails }) => fails) || (isWhole && gone.length > 0) ? 'fail' : 'pass',
    findings: findings.sort(
      (a, b) =>
        Number(b.fails) - Number(a.fails) ||
        KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) ||
        b.worse.length - a.worse.length,
    ),
    newCases: [...asked].filter((id) => !known.has(id)).length,
    goneCases: gone.length,
    moves: listMoves(baseline.suites, results),
    documents: listDocumentChanges(baseline.identity.documents, run.identity.documents),
    prompts: listChangedFiles(baseline.identity.promptFiles, run.identity.promptFiles),
    // What a server does not tell of itself is not known to differ.
    changed: PARTS.filter((part) => run.identity[part] !== null && run.identity[part] !== baseline.identity[part]),
  };
}
