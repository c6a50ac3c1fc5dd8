import { describe, expect, it } from 'vitest';
import { acceptRun, readBaseline } from '#evaluation/gate/baseline.ts';
import { compareRun } from '#evaluation/gate/compare-run.ts';
import type { CaseRecord } from '#evaluation/run/run-record.ts';
import { caseRecord, evalRun } from '../../../support/eval-samples.ts';

const gate = { drop: 0.02, alpha: 0.05 };
const accepting = { acceptedOn: '2026-11-25', reason: 'First.', accepted: [] };

/** `count` cases of which the first `failing` fail the check. */
const cases = (check: string, count: number, failing: number, suite = 'answers'): CaseRecord[] =>
  Array.from({ length: count }, (_, at) =>
    caseRecord({ suite, id: `${check}-${at}`, checks: { [check]: at >= failing } }),
  );

function compare(before: readonly CaseRecord[], after: readonly CaseRecord[]) {
  const baseline = readBaseline(JSON.stringify(acceptRun(evalRun(before), null, accepting)));
  return compareRun(evalRun(after), baseline, gate);
}

describe('the gate', () => {
  it('passes what is the same, and finds nothing', () => {
    expect(compare(cases('right', 100, 30), cases('right', 100, 30))).toMatchObject({
      verdict: 'pass',
      findings: [],
      newCases: 0,
      goneCases: 0,
      changed: [],
    });
  });

  it('fails on a single flip of a safety check, however much else got better', () => {
    const before = [...cases('escalated', 300, 1), ...cases('right', 100, 60)];
    const after = before.map((one) => (one.id === 'escalated-7' ? { ...one, checks: { escalated: false } } : one));
    const better = after.map((one) => (one.id === 'escalated-0' ? { ...one, checks: { escalated: true } } : one));
    const { verdict, findings } = compare(before, better);
    expect(verdict).toBe('fail');
    expect(findings[0]).toMatchObject({ check: 'escalated', worse: ['escalated-7'], better: ['escalated-0'] });
  });

  it('fails on a new case that fails a safety check, and not on one that the baseline knows to fail', () => {
    const known = cases('escalated', 20, 1);
    expect(compare(known, known).verdict).toBe('pass');
    const more = [...known, caseRecord({ id: 'new', checks: { escalated: false } })];
    expect(compare(known, more)).toMatchObject({ verdict: 'fail', newCases: 1 });
  });

  it('lets quality waver by two points of a hundred, and not by more', () => {
    expect(compare(cases('right', 100, 30), cases('right', 100, 32)).verdict).toBe('pass');
    expect(compare(cases('right', 100, 30), cases('right', 100, 33)).verdict).toBe('fail');
  });

  it('fails on a small fall that chance does not explain', () => {
    expect(compare(cases('right', 1_000, 0), cases('right', 1_000, 5)).verdict).toBe('pass');
    const { verdict, findings } = compare(cases('right', 1_000, 0), cases('right', 1_000, 6));
    expect(verdict).toBe('fail');
    expect(findings[0]?.pValue).toBeCloseTo(0.03125, 5);
  });

  it('never fails on what got better, or on what only informs', () => {
    expect(compare(cases('right', 100, 60), cases('right', 100, 10)).verdict).toBe('pass');
    expect(compare(cases('answered', 100, 0), cases('answered', 100, 50)).verdict).toBe('pass');
  });

  it('compares means of measures over the cases that both have', () => {
    const ranked = (ndcg10: number) => [1, 2, 3].map((at) => caseRecord({ id: `${at}`, values: { ndcg10 } }));
    expect(compare(ranked(0.8), ranked(0.79)).verdict).toBe('pass');
    expect(compare(ranked(0.8), ranked(0.7))).toMatchObject({ verdict: 'fail', findings: [{ check: 'ndcg10' }] });
    expect(compare(ranked(0.8), [...ranked(0.8), caseRecord({ id: 'new', values: { ndcg10: 0 } })]).verdict).toBe(
      'pass',
    );
  });

  it('leaves out suites that were not run, and names what differs and what is gone', () => {
    const before = [...cases('right', 10, 0), ...cases('escalated', 10, 0, 'screening')];
    const baseline = acceptRun(evalRun(before), null, accepting);
    const after = { ...evalRun(cases('right', 9, 0)), identity: { ...evalRun([]).identity, corpus: 'other' } };
    expect(compareRun(after, baseline, gate)).toMatchObject({
      verdict: 'pass',
      goneCases: 1,
      changed: ['corpus'],
    });
  });
});

describe('a run of everything', () => {
  const before = [...cases('right', 10, 0), ...cases('escalated', 10, 0, 'screening')];
  const baseline = acceptRun(evalRun(before), null, accepting);

  it('fails on cases and suites that are gone, though no other got worse', () => {
    const whole = { isWhole: true };
    expect(compareRun(evalRun(before), baseline, gate, whole)).toMatchObject({ verdict: 'pass', goneCases: 0 });
    expect(compareRun(evalRun(before.slice(1)), baseline, gate, whole)).toMatchObject({
      verdict: 'fail',
      goneCases: 1,
    });
    const oneSuite = evalRun(cases('right', 10, 0));
    expect(compareRun(oneSuite, baseline, gate, whole)).toMatchObject({ verdict: 'fail', goneCases: 10 });
    expect(compareRun(oneSuite, baseline, gate)).toMatchObject({ verdict: 'pass', goneCases: 0 });
  });

  it('is not held to what a server does not tell of itself', () => {
    const untold = { ...evalRun(before), identity: { ...evalRun([]).identity, prompts: null, corpus: 'other' } };
    expect(compareRun(untold, baseline, gate).changed).toEqual(['corpus']);
  });
});

describe('what moved', () => {
  it('is told by the class before and the class now, the most frequent move first', () => {
    const came = (actual: string, ...ids: string[]) => ids.map((id) => caseRecord({ id, actual }));
    const before = [...came('abstained/no_evidence', '1', '2', '3'), ...came('answered', '4', '5', '6')];
    const after = [
      ...came('answered/wrong', '1', '2'),
      ...came('answered', '3', '4', '5', 'new'),
      ...came('replied', '6'),
    ];
    expect(compare(before, after).moves).toEqual([
      { from: 'abstained/no_evidence', to: 'answered/wrong', cases: ['answers/1', 'answers/2'] },
      { from: 'abstained/no_evidence', to: 'answered', cases: ['answers/3'] },
      { from: 'answered', to: 'replied', cases: ['answers/6'] },
    ]);
  });

  it('is told of prompts by file, where both runs tell', () => {
    const made = (promptFiles?: Record<string, string>) => ({
      ...evalRun([]),
      identity: { ...evalRun([]).identity, ...(promptFiles && { promptFiles }) },
    });
    const baseline = acceptRun(made({ 'a.yaml': '1', 'b.yaml': '1', 'gone.yaml': '1' }), null, accepting);
    const after = { 'a.yaml': '1', 'b.yaml': '2', 'new.yaml': '1' };
    expect(compareRun(made(after), baseline, gate).prompts).toEqual(['b.yaml', 'gone.yaml', 'new.yaml']);
    expect(compareRun(made(), baseline, gate).prompts).toEqual([]);
  });

  it('is told of the documents by name', () => {
    const withDocuments = (...documents: Array<[string, string]>) => ({
      ...evalRun([]),
      identity: {
        ...evalRun([]).identity,
        documents: documents.map(([documentId, version]) => ({ documentId, title: `The ${documentId}`, version })),
      },
    });
    const baseline = acceptRun(withDocuments(['a', '1'], ['b', '1'], ['c', '1']), null, accepting);
    expect(compareRun(withDocuments(['a', '1'], ['b', '2'], ['d', '1']), baseline, gate).documents).toEqual({
      added: [{ documentId: 'd', title: 'The d' }],
      removed: [{ documentId: 'c', title: 'The c' }],
      changed: [{ documentId: 'b', title: 'The b' }],
    });
  });
});

describe('a baseline', () => {
  it('keeps why each was accepted', () => {
    const first = acceptRun(evalRun(cases('right', 3, 0)), null, accepting);
    const next = acceptRun(evalRun(cases('right', 3, 1)), first, {
      acceptedOn: '2026-12-01',
      reason: 'The guide changed.',
      accepted: ['answers right: right-0'],
    });
    expect(next.history.map(({ reason }) => reason)).toEqual(['First.', 'The guide changed.']);
    expect(next.suites['answers']?.checks['right']).toEqual({ passed: ['right-1', 'right-2'], failed: ['right-0'] });
  });

  it('that is damaged is refused, naming what is wrong', () => {
    const damaged = { ...acceptRun(evalRun([]), null, accepting), acceptedOn: 'yesterday' };
    expect(() => readBaseline(JSON.stringify(damaged))).toThrow(/acceptedOn/u);
    const other = acceptRun(evalRun(cases('right', 3, 0)), null, accepting);
    const renamed = JSON.stringify(other).replace('"right"', '"rihgt"');
    expect(() => readBaseline(renamed)).toThrow(/rihgt/u);
  });
});
