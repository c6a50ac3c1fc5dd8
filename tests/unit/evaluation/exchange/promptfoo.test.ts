import { readdir } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeJsonl } from '#evaluation/exchange/jsonl.ts';
import { caseToPromptfoo } from '#evaluation/exchange/promptfoo/case-to-promptfoo.ts';
import { outputFileSchema, testCaseSchema } from '#evaluation/exchange/promptfoo/promptfoo-schema.ts';
import { promptfooToCases } from '#evaluation/exchange/promptfoo/promptfoo-to-cases.ts';
import { runToPromptfoo } from '#evaluation/exchange/promptfoo/run-to-promptfoo.ts';
import { readSuite } from '#evaluation/read-suite.ts';
import { anyCase } from '../../../support/any-case.ts';
import { caseRecord, evalReply, evalRun } from '../../../support/eval-samples.ts';
import { sampleCase } from '../../../support/sample-case.ts';

const defaults = { author: 'Dr. A', date: '2026-11-25' };

describe('cases as promptfoo tests', () => {
  it('are as promptfoo publishes them and come back whole, whatever the case', () => {
    fc.assert(
      fc.property(anyCase, (item) => {
        const test = caseToPromptfoo(item);
        expect(testCaseSchema.parse(JSON.parse(JSON.stringify(test)))).toEqual(JSON.parse(JSON.stringify(test)));
        expect(promptfooToCases(writeJsonl([test]), defaults)).toEqual({ cases: [item], leftOut: [] });
      }),
    );
  });

  it('are so for every suite of this project', async () => {
    for (const file of (await readdir('evals/suites')).filter((name) => name.endsWith('.jsonl'))) {
      const cases = await readSuite(`evals/suites/${file}`);
      expect(promptfooToCases(writeJsonl(cases.map(caseToPromptfoo)), defaults).cases).toEqual(cases);
    }
  });

  it('hold any provider to the facts, and pass at no less than all of them', () => {
    expect(caseToPromptfoo(sampleCase())).toMatchObject({
      vars: { question: 'How long does it take?', turns: '["How long does it take?"]' },
      assert: [
        { type: 'icontains-any', value: ['14–21 days', 'two to three weeks'] },
        { type: 'not-icontains-any', value: ['2–6 weeks'] },
      ],
      threshold: 1,
    });
  });
});

describe('tests of another origin', () => {
  it('become cases as far as their assertions are about words, and the others are named', () => {
    const test = {
      vars: { query: 'How long?' },
      assert: [
        { type: 'contains', value: '14 days' },
        { type: 'icontains-all', value: ['a', 'b'] },
        { type: 'not-contains', value: 'cure' },
        { type: 'llm-rubric', value: 'is kind' },
        { type: 'not-contains-all', value: ['x', 'y'] },
      ],
    };
    const { cases, leftOut } = promptfooToCases(JSON.stringify(test), defaults);
    expect(cases).toMatchObject([
      {
        turns: ['How long?'],
        facts: { required: [['14 days'], ['a'], ['b']], forbidden: [['cure']] },
        author: 'Dr. A',
      },
    ]);
    expect(leftOut.map(({ what }) => what)).toEqual(['assertion llm-rubric', 'assertion not-contains-all']);
  });

  it.each([
    ['{"vars": {"n": 3}}', /line 1: no variable of it is a question/u],
    ['{"vars": {"turns": "[]"}}', /line 1: no variable of it is a question/u],
    ['{"vars": {"question": null}}', /line 1: /u],
    ['[]', /line 1: /u],
  ])('are refused by line: %s', (text, message) => {
    expect(() => promptfooToCases(text, defaults)).toThrow(message);
  });
});

describe('a run as promptfoo results', () => {
  const record = caseRecord({
    id: 'how-long',
    tags: ['fact'],
    turns: ['How long?'],
    checks: { right: true, cited: false },
    replies: [evalReply('It takes 14–21 days.')],
  });
  const run = evalRun([record, { ...record, problems: ['a fact is missing'] }]);

  it('is as promptfoo publishes its output file, with every check as a named score', () => {
    const output = runToPromptfoo(run, '2026-11-25T00:00:00.000Z');
    expect(outputFileSchema.parse(JSON.parse(JSON.stringify(output)))).toEqual(JSON.parse(JSON.stringify(output)));
    expect(output.results.stats).toMatchObject({ successes: 1, failures: 1, errors: 0 });
    expect(output.results.results[0]).toMatchObject({ success: true, namedScores: { right: 1, cited: 0 } });
    expect(output.results.results[1]).toMatchObject({
      success: false,
      failureReason: 1,
      gradingResult: { pass: false, reason: 'a fact is missing' },
    });
  });
});
