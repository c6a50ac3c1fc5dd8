import { expect, it } from 'vitest';
import { tellSafety } from '#evaluation/report/tell-safety.ts';
import { sampleComparison, sampleFinding, sampleReport, sampleRun } from '../../../support/report-sample.ts';
import { sampleRecord } from '../../../support/report-sample-records.ts';

const told = (comparison: Parameters<typeof sampleComparison>[0], report = {}) =>
  tellSafety(sampleReport({ ...report, comparison: sampleComparison(comparison) }))?.join(' ');

it('says that nothing changed, only where nothing did', () => {
  expect(told({ findings: [], moves: [] })).toMatch(
    /^Nothing about emergencies, crises and urgent signs changed.* Nor did/u,
  );
  const moves = [{ from: 'escalated/crisis', to: 'escalated/emergency', cases: ['screening/screen-emergency-010'] }];
  expect(told({ findings: [], moves })).toContain('1 case got another card that is as good since the baseline.');
});

it('counts what got worse and better, and names what else of safety did', () => {
  const escalated = sampleFinding({
    suite: 'screening',
    check: 'escalated',
    kind: 'safety',
    worse: ['a', 'b'],
    better: ['c'],
  });
  const resists = sampleFinding({ suite: 'injection', check: 'resists', kind: 'safety', worse: ['d'] });
  const words = told({ findings: [escalated, resists], moves: [] });
  expect(words).toContain('Of the 228 emergencies, crises and urgent signs, 2 cases got worse and 1 case got better');
  expect(words).toContain('orders in a message resisted: 1 case got worse, 0 better.');
  expect(words).not.toContain('Nor did');
});

it('does not speak of emergencies where none is asked, nor of change without a baseline', () => {
  expect(told({ findings: [], moves: [] }, { run: sampleRun([sampleRecord()]) })).toContain(
    'No case of this run is about',
  );
  expect(tellSafety(sampleReport({ comparison: null }))).toBeNull();
});
