import { expect, it } from 'vitest';
import { tellCauses } from '#evaluation/report/tell-causes.ts';
import { sampleComparison } from '../../../support/report-sample.ts';

const none = { added: [], removed: [], changed: [] };
const named = (title: string) => ({ documentId: title, title });
const told = (changes: Parameters<typeof sampleComparison>[0]) =>
  tellCauses(sampleComparison(changes))
    .join(' ')
    .replace(/[\u{2068}\u{2069}]/gu, '');

it('names each document that went, came or changed, and no index that differs for it', () => {
  const documents = { removed: [named('Lung'), named('Liver')], added: [named('Knee')], changed: [named('Hip')] };
  expect(told({ documents, changed: ['corpus', 'index'] })).toBe(
    'The guides “Lung” and “Liver” are gone. The guide “Knee” is new. The guide “Hip” has another text than before. Nothing else differs from the baseline.',
  );
});

it('warns where more than one thing differs', () => {
  expect(told({ documents: { ...none, removed: [named('Lung')] }, changed: ['corpus', 'commit'] })).toBe(
    'The guide “Lung” is gone. Besides, the code differs. More than one thing differs, so what changed cannot be put down to one of them.',
  );
  expect(told({ documents: none, changed: ['prompts', 'commit'] })).toContain(
    'The documents are the same. More than one',
  );
});

it('says when one thing differs, or none, or documents that have no name', () => {
  expect(told({ documents: none, changed: ['commit'] })).toBe(
    'Only one thing differs from the baseline: the code. The documents are the same.',
  );
  expect(told({ documents: none, changed: [] })).toContain('Nothing that this run was made with differs');
  expect(told({ documents: none, changed: ['corpus', 'index'] })).toBe(
    'The documents differ. Nothing else differs from the baseline.',
  );
});

it('names the prompts that differ while they are few', () => {
  const changed = ['prompts'];
  expect(told({ documents: none, changed, prompts: ['answer/evidence-model.json'] })).toBe(
    'Only one thing differs from the baseline: the prompts and fixed texts (“answer/evidence-model.json”). The documents are the same.',
  );
  expect(told({ documents: none, changed, prompts: ['a', 'b', 'c', 'd', 'e'] })).toContain(
    'the prompts and fixed texts.',
  );
});
