import { expect, it } from 'vitest';
import { snapshotAnswers } from '#evaluation/review/snapshot-answers.ts';
import type { EvalReply } from '#evaluation/run/eval-reply.ts';
import type { EvalRun } from '#evaluation/run/run-record.ts';
import { suiteAnswer } from '../../support/review-samples.ts';

const { sentences, ...rest } = suiteAnswer.reply;
const reply: EvalReply = {
  ...rest,
  premise: null,
  composer: 'extractive',
  answer: { text: 'The cells are kept cold.', readingGrade: 2.3, sentences },
  missing: [],
  notCovered: [],
  tooMuch: false,
  trace: { asks: ['how are cells kept'], rules: [], retrieved: [] },
};

const record: EvalRun['records'][number] = {
  suite: 'answers',
  id: 'cold-01',
  split: 'dev',
  tags: [],
  cluster: 'cold',
  turns: ['How are cells kept?'],
  expected: 'answered',
  actual: 'answered',
  cost: 0,
  checks: {},
  values: {},
  problems: [],
  replies: [{ ...reply, outcome: 'replied', answer: null }, reply],
};

const run: EvalRun = {
  schema: 1,
  split: 'dev',
  seed: 1,
  identity: { commit: null, corpus: 'c', prompts: null, index: null, encoder: null, model: null, documents: [] },
  judge: 'test',
  suites: [],
  records: [record, { ...record, id: 'draft-01', replies: [] }],
  metrics: [],
};

it('takes the last reply of each case, and only what a reviewer sees', () => {
  expect(snapshotAnswers(run)).toEqual([suiteAnswer]);
});
