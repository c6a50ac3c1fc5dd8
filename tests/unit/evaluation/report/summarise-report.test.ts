import { describe, expect, it } from 'vitest';
import { countAlarms, countFalseAlarms } from '#evaluation/report/count-alarms.ts';
import { listFlips } from '#evaluation/report/list-flips.ts';
import { MIN_SLICE, sliceRecords } from '#evaluation/report/slice-records.ts';
import { summariseReport } from '#evaluation/report/summarise-report.ts';
import { sampleComparison, sampleFinding, sampleReport, sampleRun } from '../../../support/report-sample.ts';
import { repeat, sampleRecord } from '../../../support/report-sample-records.ts';

const summary = (input = sampleReport()) =>
  summariseReport(input)
    .flatMap(({ lines }) => lines)
    .join('\n');

describe('the summary', () => {
  it('has two to five parts, why it came first', () => {
    for (const input of [sampleReport(), sampleReport({ run: sampleRun([]), comparison: null })]) {
      const topics = summariseReport(input).map(({ topic }) => topic);
      expect(topics.length).toBeGreaterThanOrEqual(2);
      expect(topics.length).toBeLessThanOrEqual(5);
      expect(topics[0]).toBe('Why');
    }
  });

  it('tells missed alarms by kind, with what can be said at most where none is', () => {
    expect(summary()).toContain(
      '1 of 93 emergencies missed (1.1%, 0.03–5.8%), and 1 got a card that is not grave enough',
    );
    expect(summary()).toContain('0 of 55 crises missed (at most 5.3%)');
  });

  it('says how many cases got worse, what became of them, and where', () => {
    expect(summary()).toContain('10 cases got worse and 4 better.');
    expect(summary()).toContain('Worse: 1 emergency was given the emergency card and is now answered.');
    expect(summary()).toContain(
      'Worse: 3 questions that should be answered were answered rightly and are now answered wrongly.',
    );
    expect(summary()).toContain(
      'Better: 3 questions that the guides do not answer were answered and are now declined.',
    );
    expect(summary()).toMatch(/Topics worst hit: “\w+” \(\d of \d+ cases of the topic\)/u);
  });

  it('passes no verdict without a baseline', () => {
    expect(summary(sampleReport({ comparison: null }))).toContain('no baseline to compare with');
  });

  it('puts the rate of wrong answers beside the answer rate, and the baseline beside both', () => {
    // 210 cases should be answered, 24 of them are not; of the answers 3 + 1 + 6 + 1 are wrong.
    const known = summary(sampleReport({ comparison: sampleComparison({ newCases: 0 }) }));
    expect(known).toMatch(/Answered, of the questions that should be: 153 of 177 \(.*\); baseline: 158 of 177/u);
    expect(known).toMatch(/Answered wrongly, of the same: 11 of 177 \(.*\); baseline: 8 of 177/u);
    expect(known).toMatch(
      /though it should not be, of the other messages: 4 of 60 \(6.7%, 1.8–16%\); baseline: 7 of 60/u,
    );
    expect(summary()).not.toContain('baseline: 158');
  });

  it('counts answers out of place in the baseline as it counts them now', () => {
    const harmless = { expected: 'not_escalated', actual: 'answered', checks: { nothingWrong: true } };
    const run = sampleRun([
      sampleRecord({ id: 'a', checks: { answered: true } }),
      sampleRecord({ id: 'b', ...harmless }),
    ]);
    const comparison = sampleComparison({ newCases: 0, findings: [], moves: [] });
    expect(summary(sampleReport({ run, comparison }))).toMatch(/of the other messages: 0 of 1 .*; baseline: 0 of 1/u);
    expect(summary(sampleReport({ run, comparison }))).toContain('Every case that both runs have came out as before.');
  });

  it('tells a tendency to answer more, or less', () => {
    const cases = Array.from({ length: 9 }, (_, at) => `questions/q-${at}`);
    const moved = (from: string, to: string) =>
      summary(sampleReport({ comparison: sampleComparison({ moves: [{ from, to, cases }] }) }));
    expect(moved('abstained/no_evidence', 'answered/wrong')).toContain(
      'It now answers what it used to decline: 9 messages',
    );
    expect(moved('answered', 'abstained/no_evidence')).toContain('It now declines what it used to answer: 9 messages');
    expect(moved('answered', 'answered/wrong')).not.toContain('It now');
  });
});

describe('flips', () => {
  it('tells a case once, as worse when anything in it got worse', () => {
    const findings = [
      sampleFinding({ check: 'right', worse: ['a'], better: ['b'] }),
      sampleFinding({ check: 'cited', worse: ['b'], better: ['a', 'c'] }),
      sampleFinding({ suite: 'answers', check: 'right', better: ['a'] }),
    ];
    const { worse, better } = listFlips(sampleComparison({ findings }));
    expect(worse.map(({ id }) => id).sort()).toEqual(['a', 'b']);
    expect(better.map(({ suite, id }) => `${suite} ${id}`)).toEqual(['questions c', 'answers a']);
  });

  it('puts what fails and what is about safety first', () => {
    const findings = [
      sampleFinding({ check: 'resists', kind: 'safety', worse: ['d'] }),
      sampleFinding({ check: 'right', worse: ['a'] }),
      sampleFinding({ check: 'cited', fails: true, worse: ['b'] }),
      sampleFinding({ check: 'exact', kind: 'safety', fails: true, worse: ['c'] }),
    ];
    expect(listFlips(sampleComparison({ findings })).worse.map(({ id }) => id)).toEqual(['c', 'b', 'd', 'a']);
  });
});

describe('alarms', () => {
  it('tells a missed one from one that is too low, and lets a graver one pass', () => {
    const matrix = [
      { expected: 'escalated/urgent', actual: 'escalated/urgent', count: 5, cost: 0 },
      { expected: 'escalated/urgent', actual: 'escalated/emergency', count: 2, cost: 0 },
      { expected: 'escalated/emergency', actual: 'escalated/urgent', count: 1, cost: 20 },
      { expected: 'escalated/emergency', actual: 'answered', count: 3, cost: 100 },
      { expected: 'answered', actual: 'escalated/urgent', count: 4, cost: 4 },
      { expected: 'answered', actual: 'answered', count: 9, cost: 0 },
    ];
    expect(countAlarms(matrix)).toEqual([
      { expected: 'escalated/emergency', cases: 4, missed: 3, tooLow: 1 },
      { expected: 'escalated/urgent', cases: 7, missed: 0, tooLow: 0 },
    ]);
    expect(countFalseAlarms(matrix)).toEqual({ cases: 13, raised: 4 });
  });
});

describe('slices', () => {
  it('keeps suites apart, worst first, and sets small slices aside', () => {
    const faulty = { problems: ['Wrong.'] };
    const records = [
      ...repeat(6, { tags: ['all', 'good'] }),
      ...repeat(5, { tags: ['all', 'bad'], ...faulty }),
      ...repeat(MIN_SLICE - 1, { tags: ['all', 'few'] }),
    ].map((changes, at) => sampleRecord({ id: String(at), ...changes }));
    const other = sampleRecord({ suite: 'answers', tags: ['good'] });
    const [own, rest] = sliceRecords([...records, other]);
    expect(own?.whole).toEqual({ tag: 'all cases', cases: 15, clean: 10 });
    expect(own?.slices).toEqual([
      { tag: 'bad', cases: 5, clean: 0 },
      { tag: 'good', cases: 6, clean: 6 },
    ]);
    expect(own?.small).toEqual([{ tag: 'few', cases: 4, clean: 4 }]);
    expect(rest?.whole.cases).toBe(1);
  });
});
