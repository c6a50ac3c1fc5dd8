import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { CaseRecord } from '#evaluation/run/run-record.ts';
import { type RunSuitesDeps, runSuites, sampleSuites } from '#evaluation/run/run-suites.ts';
import { readSuiteSettings } from '#evaluation/run/suite-settings.ts';
import { evalCase, evalIdentity, evalReply, evalTarget, nearMiss } from '../../../support/eval-samples.ts';

const settings = readSuiteSettings(readFileSync('evals/suites.yaml', 'utf8'));
const judge = { name: 'all', supports: (_: string, evidence: readonly string[]) => evidence.length > 0 };
const said = '14–21 days.';
const suites = [
  { name: 'answers', cases: [evalCase({ id: 'a1' }), evalCase({ id: 'a2', turns: ['And then?'] })] },
  { name: 'near-misses', cases: [nearMiss({ id: 'n1', turns: ['In rupees?'] })] },
];

function deps(over: Partial<RunSuitesDeps> = {}) {
  const seen: CaseRecord[] = [];
  const target = evalTarget({ 'How long?': evalReply(said) }, said);
  const all: RunSuitesDeps = {
    target,
    verifier: judge,
    judge,
    settings,
    jobs: 2,
    done: [],
    onRecord: (record) => void seen.push(record),
    ...over,
  };
  return { deps: all, seen, target };
}

describe('a run', () => {
  it('asks every case and measures each suite by itself', async () => {
    const { deps: all, seen } = deps();
    const run = await runSuites(suites, 'dev', evalIdentity, all);
    expect(seen).toHaveLength(3);
    expect(run.records.map(({ id, cost }) => [id, cost])).toEqual([
      ['a1', 0],
      ['a2', 4],
      ['n1', 0],
    ]);
    const metric = (name: string) => run.metrics.find((one) => one.name === name);
    expect(metric('answers.right')).toMatchObject({ successes: 1, n: 2, kind: 'quality' });
    expect(metric('answers.exact')).toMatchObject({ successes: 1, n: 1, kind: 'safety' });
    expect(metric('near-misses.abstained')).toMatchObject({ successes: 1, n: 1 });
    expect(metric('answers.citationRecall')).toMatchObject({ value: 1, n: 1, of: 'mean' });
    expect(metric('answers.citationRecallOfAll')).toMatchObject({ value: 0.5, n: 2 });
  });

  it('gives the same bytes however many cases are asked at a time', async () => {
    const one = await runSuites(suites, 'dev', evalIdentity, deps({ jobs: 1 }).deps);
    const many = await runSuites(suites, 'dev', evalIdentity, deps({ jobs: 3 }).deps);
    expect(JSON.stringify(many)).toBe(JSON.stringify(one));
  });

  it('that was broken off asks only what it had not, and ends as if it never was', async () => {
    const whole = deps();
    const run = await runSuites(suites, 'dev', evalIdentity, whole.deps);
    const rest = deps({ done: whole.seen.slice(0, 2) });
    expect(JSON.stringify(await runSuites(suites, 'dev', evalIdentity, rest.deps))).toBe(JSON.stringify(run));
    expect(rest.target.asked()).toHaveLength(1);
  });

  it('finds a quote that does not stand in its document', async () => {
    const { deps: all } = deps({ target: evalTarget({ 'How long?': evalReply(said) }, 'Something else.') });
    const { records } = await runSuites(suites, 'dev', evalIdentity, all);
    expect(records[0]).toMatchObject({ checks: { exact: false } });
    expect(records[0]?.problems).toEqual(['The quote of citation 1 does not stand in guide where it should.']);
  });

  it('ends when the target fails: a case without a reply has no result', async () => {
    const target = { ...evalTarget({}), ask: () => Promise.reject(new Error('It is down.')) };
    await expect(runSuites(suites, 'dev', evalIdentity, deps({ target }).deps)).rejects.toThrow('It is down.');
  });

  it('asks the verifier of a draft, and the search of graded passages, and nothing else', async () => {
    const draft = [
      { text: 'So.', quotes: [said], document: 'guide', supported: true, fault: null },
      { text: 'No.', quotes: [said], document: 'guide', supported: false, fault: 'negation' },
      // Its quote stands in no document, so the verifier is not asked.
      { text: 'Made up.', quotes: ['Made up.'], document: 'guide', supported: false, fault: 'fabricated' },
    ];
    const graded = [{ document: 'guide', heading: '', contains: '14–21', grade: 3 }];
    const { deps: all, target } = deps();
    const run = await runSuites(
      [
        { name: 'drafts', cases: [evalCase({ id: 'd', draft })] },
        { name: 'retrieval', cases: [evalCase({ id: 'r', graded })] },
      ],
      'dev',
      evalIdentity,
      all,
    );
    expect(target.asked()).toEqual([]);
    expect(run.records[0]?.checks).toEqual({ accepts: true, rejects: false });
    expect(run.records[0]?.problems).toEqual(['Accepts “No.” (negation).']);
    expect(run.records[1]?.values).toEqual({ ndcg10: 1, mrr10: 1, recall3: 1, recall10: 1 });
  });
});

describe('a sample', () => {
  it('is the same for the same seed, and in the order of the suite', () => {
    const many = [{ name: 'answers', cases: Array.from({ length: 50 }, (_, at) => evalCase({ id: `${at}` })) }];
    const [first] = sampleSuites(many, 10, 4);
    const ids = first?.cases.map(({ id }) => Number(id)) ?? [];
    expect(sampleSuites(many, 10, 4)).toEqual([first]);
    expect(ids).toHaveLength(10);
    expect(ids).toEqual(ids.toSorted((a, b) => a - b));
    expect(sampleSuites(many, 10, 5)).not.toEqual([first]);
  });
});

describe('the settings of the suites', () => {
  it('name what is wrong with them', () => {
    expect(() => readSuiteSettings('id: suites\nversion: 0\n')).toThrow(/suites\.yaml.*version/su);
  });

  it('price every class that a suite expects', () => {
    for (const name of Object.keys(settings.suites)) {
      const lines = readFileSync(`evals/suites/${name}.jsonl`, 'utf8').split('\n').filter(Boolean);
      for (const line of lines) {
        const { outcome, level, reason } = (JSON.parse(line) as ReturnType<typeof evalCase>).expected;
        const detail = level ?? reason;
        const known = settings.costs[`${outcome}/${detail}`] ?? settings.costs[outcome];
        expect(known, `${outcome}/${detail}`).toBeDefined();
      }
    }
  });
});
