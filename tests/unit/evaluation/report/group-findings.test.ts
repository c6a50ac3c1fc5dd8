import { expect, it } from 'vitest';
import { groupFindings } from '#evaluation/report/group-findings.ts';
import { sampleFinding } from '../../../support/report-sample.ts';

const some = (count: number, from = 0) => Array.from({ length: count }, (_, at) => `q-${from + at}`);

it('puts checks that count the same cases again under the one that matters, and fails with any of them', () => {
  const { told } = groupFindings([
    sampleFinding({ check: 'found', worse: some(9, 50), fails: true }),
    sampleFinding({ check: 'short', worse: some(8) }),
    sampleFinding({ check: 'right', worse: some(8) }),
    sampleFinding({ suite: 'answers', check: 'short', worse: some(8) }),
  ]);
  expect(
    told.map(({ lead, again, fails }) => [lead.suite, lead.check, again.map(({ check }) => check), fails]),
  ).toEqual([
    ['questions', 'right', ['found', 'short'], true],
    ['answers', 'short', [], false],
  ]);
});

it('does not fold what got worse under what got better', () => {
  const { told } = groupFindings([
    sampleFinding({ check: 'right', better: some(20) }),
    sampleFinding({ check: 'nothingWrong', worse: some(9), fails: true }),
  ]);
  expect(told.map(({ lead, fails }) => [lead.check, fails])).toEqual([
    ['nothingWrong', true],
    ['right', false],
  ]);
});

it('sets apart what changed by one or two cases, but never safety', () => {
  const { told, small } = groupFindings([
    sampleFinding({ check: 'right', worse: some(2), fails: true }),
    sampleFinding({ check: 'exact', kind: 'safety', worse: some(1), fails: true }),
  ]);
  expect(told.map(({ lead }) => lead.check)).toEqual(['exact']);
  expect(small.map(({ lead }) => lead.check)).toEqual(['right']);
});
