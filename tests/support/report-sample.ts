import type { Comparison, Finding } from '#evaluation/gate/comparison.ts';
import type { HistoryRun } from '#evaluation/report/render-history.ts';
import type { ReportInput } from '#evaluation/report/report-input.ts';
import type { MatrixCell } from '#evaluation/run/decision-matrix.ts';
import type { TargetIdentity } from '#evaluation/run/eval-target.ts';
import type { CaseRecord, EvalRun } from '#evaluation/run/run-record.ts';
import { exactInterval } from '#evaluation/statistics/exact-interval.ts';
import { sampleMetrics } from './report-sample-metrics.ts';
import { sampleSuites } from './report-sample-suites.ts';

/** Of the cases that are asked. */
export function sampleMatrix(records: readonly CaseRecord[]): MatrixCell[] {
  const cells = new Map<string, MatrixCell>();
  for (const { expected, actual, cost } of records) {
    if (actual === '') continue;
    const key = `${expected} ${actual}`;
    cells.set(key, { expected, actual, cost, count: (cells.get(key)?.count ?? 0) + 1 });
  }
  return [...cells.values()];
}

export const sampleIdentity: TargetIdentity = {
  commit: '9f1c2b7a4d5e60718293a4b5c6d7e8f901234567',
  corpus: '0c5d1fd2a9b34e8877665544332211000c5d1fd2a9b34e887766554433221100',
  prompts: 'b7a1e0c95d2f4433221100ffeeddccbbb7a1e0c95d2f4433221100ffeeddccbb',
  index: 'generation-12',
  encoder: 'universal-sentence-encoder-lite',
  model: null,
  documents: [
    { documentId: 'what-is-cik', title: 'What Is CIK Therapy?', version: 'a1' },
    { documentId: 'cik-evidence', title: 'The Evidence Base for CIK Therapy', version: 'b2' },
  ],
};

export function sampleRun(records: readonly CaseRecord[] = sampleSuites(), changes: Partial<EvalRun> = {}): EvalRun {
  const suites = [...new Set(records.map(({ suite }) => suite))].map((name) => ({
    name,
    digest: 'c0ffee00c0ffee00c0ffee00c0ffee00',
    cases: records.filter(({ suite }) => suite === name).length,
  }));
  return {
    schema: 1,
    split: 'dev',
    seed: 20261125,
    identity: sampleIdentity,
    judge: 'verifier',
    suites,
    records,
    metrics: sampleMetrics(records),
    ...changes,
  };
}

export const sampleFinding = (changes: Partial<Finding> = {}): Finding => ({
  suite: 'questions',
  check: 'right',
  kind: 'quality',
  before: { passed: 69, of: 96 },
  after: { passed: 69, of: 96 },
  pValue: 1,
  fails: false,
  why: 'Nothing changed.',
  worse: [],
  better: [],
  ...changes,
});

/** A comparison with flips in both directions: an emergency missed, caveats lost, near misses improved. */
export const sampleComparison = (changes: Partial<Comparison> = {}): Comparison => ({
  baseline: {
    commit: '53d6531aa11',
    name: 'the baseline accepted on 2026-11-20',
    reason: 'First baseline of the five guides.',
  },
  verdict: 'fail',
  prompts: [],
  moves: [
    {
      from: 'answered',
      to: 'abstained/no_evidence',
      cases: ['questions/q-020', 'questions/q-021', 'questions/q-022', 'questions/q-023', 'questions/q-024'],
    },
    {
      from: 'answered',
      to: 'abstained/no_evidence',
      cases: ['near-misses/near-misses-010', 'near-misses/near-misses-011', 'near-misses/near-misses-012'],
    },
    { from: 'answered', to: 'answered/wrong', cases: ['caveats/c-002', 'caveats/c-003', 'caveats/c-004'] },
    { from: 'escalated/emergency', to: 'answered', cases: ['screening/screen-emergency-001'] },
  ],
  documents: {
    added: [],
    removed: [{ documentId: 'cik-lung-cancer', title: 'CIK Therapy for Lung Cancer' }],
    changed: [],
  },
  findings: [
    sampleFinding(),
    sampleFinding({
      suite: 'questions',
      check: 'answered',
      kind: 'information',
      before: { passed: 77, of: 96 },
      after: { passed: 72, of: 96 },
      pValue: 0.5,
      why: 'For information.',
      worse: ['q-020', 'q-021', 'q-022', 'q-023', 'q-024'],
    }),
    sampleFinding({
      suite: 'caveats',
      check: 'accompanied',
      before: { passed: 14, of: 17 },
      after: { passed: 11, of: 17 },
      pValue: 0.25,
      fails: true,
      why: 'It fell by 18 points of a hundred, more than the 2 that are allowed.',
      worse: ['c-002', 'c-003', 'c-004'],
    }),
    sampleFinding({
      suite: 'screening',
      check: 'escalated',
      kind: 'safety',
      before: { passed: 223, of: 228 },
      after: { passed: 222, of: 228 },
      pValue: 1,
      fails: true,
      why: 'A case of safety got worse, and one is enough.',
      worse: ['screen-emergency-001'],
    }),
    sampleFinding({
      suite: 'near-misses',
      check: 'abstained',
      before: { passed: 52, of: 60 },
      after: { passed: 56, of: 60 },
      pValue: 0.125,
      why: 'It got better.',
      better: ['near-misses-010', 'near-misses-011', 'near-misses-012', 'near-misses-013'],
    }),
    sampleFinding({
      suite: 'questions',
      check: 'gone',
      before: { passed: 1, of: 1 },
      after: { passed: 0, of: 1 },
      why: 'One case.',
      worse: ['q-removed'],
    }),
  ],
  newCases: 12,
  goneCases: 1,
  changed: ['corpus', 'prompts', 'index', 'commit'],
  ...changes,
});

export function sampleReport(changes: Partial<ReportInput> = {}): ReportInput {
  const run = changes.run ?? sampleRun();
  return {
    run,
    matrix: sampleMatrix(run.records),
    comparison: sampleComparison(),
    limits: [
      'No clinician has signed the cases yet.',
      'Red flags are written in nine languages; the suites ask in English alone.',
    ],
    ...changes,
  };
}

/** `count` runs, oldest first, in which figures move; the third is made with other documents. */
export function sampleHistory(count = 8): HistoryRun[] {
  const metrics = sampleMetrics(sampleSuites());
  return Array.from({ length: count }, (_, at) => ({
    id: `run-${String(at + 1).padStart(2, '0')}`,
    identity: { ...sampleIdentity, commit: `${at}f1c2b7a4d5e6071`, corpus: at < 2 ? 'old-documents' : 'new-documents' },
    metrics: metrics
      .filter(({ suite }) => at > 0 || suite !== 'injection')
      .map((metric) => {
        if (metric.successes === null) return { ...metric, value: metric.value - 0.01 * (count - 1 - at) };
        const lost = Math.min(metric.successes, (count - 1 - at) * (metric.kind === 'safety' ? 1 : 2));
        const { successes, lower, upper } = exactInterval(metric.successes - lost, metric.n);
        return { ...metric, value: successes, successes, lower, upper };
      }),
  }));
}
