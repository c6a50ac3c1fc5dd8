import { readdir } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeJsonl } from '#evaluation/exchange/jsonl.ts';
import { casesToRagas } from '#evaluation/exchange/ragas/case-to-ragas.ts';
import { multiTurnSchema, singleTurnSchema } from '#evaluation/exchange/ragas/ragas-schema.ts';
import { ragasToCases } from '#evaluation/exchange/ragas/ragas-to-cases.ts';
import { runToRagas } from '#evaluation/exchange/ragas/run-to-ragas.ts';
import { readSuite } from '#evaluation/read-suite.ts';
import type { CaseRecord } from '#evaluation/run/run-record.ts';
import { anyCase } from '../../../support/any-case.ts';
import { caseRecord, evalReply, evalRun } from '../../../support/eval-samples.ts';
import { sampleCase } from '../../../support/sample-case.ts';

const defaults = { author: 'Dr. A', date: '2026-11-25' };

const said = evalReply('It takes 14–21 days.');
const reply = {
  ...said,
  citations: said.citations.map((citation) => ({ ...citation, passageId: 'p2' })),
  trace: {
    asks: [],
    rules: [],
    retrieved: [
      { ask: 0, passageId: 'p1', score: 2 },
      { ask: 0, passageId: 'p2', score: 1 },
    ],
  },
};
const record = (over: Partial<CaseRecord> = {}): CaseRecord =>
  caseRecord({ id: 'how-long', turns: ['How long does it take?'], checks: { right: true }, replies: [reply], ...over });
const silent = record({
  expected: 'abstained/no_evidence',
  actual: 'abstained/no_evidence',
  replies: [evalReply(null)],
});
const run = (...records: CaseRecord[]) => evalRun(records);
const sources = {
  caseOf: () => sampleCase(),
  passageText: (id: string) => ({ p1: 'The cells are grown.', p2: 'It takes 14–21 days.' })[id] ?? null,
};

describe('cases as RAGAS samples', () => {
  it('are as RAGAS publishes them, whatever the case', () => {
    fc.assert(
      fc.property(anyCase, (item) => {
        const { single, multi } = casesToRagas([item]);
        expect(single.length + multi.length).toBe(1);
        for (const sample of single) expect(singleTurnSchema.parse(sample)).toEqual(sample);
        for (const sample of multi) expect(multiTurnSchema.parse(sample)).toEqual(sample);
        for (const sample of [...single, ...multi])
          expect(Object.values(sample).every((value) => value !== null && value !== undefined)).toBe(true);
      }),
    );
  });

  it('are so for every suite of this project, one kind a file', async () => {
    for (const file of (await readdir('evals/suites')).filter((name) => name.endsWith('.jsonl'))) {
      const cases = await readSuite(`evals/suites/${file}`);
      const { single, multi } = casesToRagas(cases);
      expect(single.length + multi.length).toBe(cases.length);
      for (const sample of single) singleTurnSchema.parse(sample);
      for (const sample of multi) multiTurnSchema.parse(sample);
    }
  });

  it('say what is asked, the facts as reference, and the passages with their documents', () => {
    expect(casesToRagas([sampleCase()]).single).toEqual([
      {
        user_input: 'How long does it take?',
        reference_contexts: ['It takes 14–21 days.'],
        reference_context_ids: ['guide'],
        reference: '14–21 days',
        rubrics: { outcome: 'answered', required_1: '14–21 days | two to three weeks', forbidden_1: '2–6 weeks' },
      },
    ]);
  });

  it('come back with outcome, facts and passages', () => {
    const expected = { outcome: 'abstained' as const, reason: 'no_evidence' };
    const nothing = sampleCase({ expected, facts: { required: [], forbidden: [] }, support: [] });
    const { single } = casesToRagas([sampleCase(), nothing]);
    const [first, second] = ragasToCases(writeJsonl(single), defaults).cases;
    expect(first).toMatchObject({ expected: sampleCase().expected, facts: sampleCase().facts, author: 'Dr. A' });
    expect(first?.support).toEqual([{ document: 'guide', heading: '', contains: 'It takes 14–21 days.' }]);
    expect(second?.expected).toEqual(expected);
    const multi = casesToRagas([sampleCase({ turns: ['One?', 'Two?'] })]).multi;
    expect(ragasToCases(writeJsonl(multi), defaults).cases[0]?.turns).toEqual(['One?', 'Two?']);
  });
});

describe('samples of another origin', () => {
  it('become cases, and what a suite cannot hold is named', () => {
    const line = {
      user_input: 'What is it?',
      response: 'A cell.',
      reference: 'A cell',
      reference_contexts: ['It is a cell.'],
    };
    const { cases, leftOut } = ragasToCases(JSON.stringify(line), defaults);
    expect(cases).toMatchObject([{ turns: ['What is it?'], facts: { required: [['A cell']] }, support: [] }]);
    expect(leftOut.map(({ what }) => what.split(':')[0])).toEqual([
      'reference_contexts without reference_context_ids',
      'response',
    ]);
  });

  it.each([
    ['{"user_input": 3}', /line 1: /u],
    ['{"user_input": "Why?"}', /line 1: neither reference nor rubrics.outcome/u],
    ['{"user_input": "Why?", "reference": "x"}\nnot json', /line 2: not JSON/u],
    ['{"user_input": [{"type":"tool","content":"x"}]}', /line 1: /u],
  ])('are refused by line: %s', (text, message) => {
    expect(() => ragasToCases(text, defaults)).toThrow(message);
  });
});

describe('a run as RAGAS samples', () => {
  it('has what was answered and what was found, best first', () => {
    const { single } = runToRagas(run(record()), sources);
    expect(single).toEqual([
      {
        user_input: 'How long does it take?',
        retrieved_contexts: ['The cells are grown.', 'It takes 14–21 days.'],
        retrieved_context_ids: ['p1', 'p2'],
        reference_contexts: ['It takes 14–21 days.'],
        response: 'It takes 14–21 days.',
        reference: '14–21 days',
        rubrics: { outcome: 'answered', required_1: '14–21 days | two to three weeks', forbidden_1: '2–6 weeks' },
      },
    ]);
    expect(singleTurnSchema.parse(single[0])).toEqual(single[0]);
  });

  it('falls back to the quotes where the passages are gone, and does without the case where that is gone', () => {
    const { single } = runToRagas(run(record()), { caseOf: () => null, passageText: () => null });
    expect(single[0]).toMatchObject({ retrieved_contexts: ['It takes 14–21 days.'], retrieved_context_ids: ['p2'] });
    expect(single[0]).not.toHaveProperty('reference');
  });

  it('counts silence apart, right and wrong, and gives RAGAS none of it', () => {
    const wrong = { ...silent, expected: 'answered' };
    const { single, multi, silent: counted } = runToRagas(run(record(), silent, wrong), sources);
    expect({ single: single.length, multi: multi.length, counted }).toEqual({
      single: 1,
      multi: 0,
      counted: { expected: 1, unexpected: 1 },
    });
  });

  it('has a conversation as its messages in turn', () => {
    const [reply] = record().replies;
    const talk = record({ turns: ['One?', 'Two?'], replies: reply ? [{ ...reply, answer: null }, reply] : [] });
    const [sample] = runToRagas(run(talk), sources).multi;
    expect(sample?.user_input).toEqual([
      { content: 'One?', type: 'human' },
      { content: '', type: 'ai' },
      { content: 'Two?', type: 'human' },
      { content: 'It takes 14–21 days.', type: 'ai' },
    ]);
    expect(multiTurnSchema.parse(sample)).toEqual(sample);
  });
});
