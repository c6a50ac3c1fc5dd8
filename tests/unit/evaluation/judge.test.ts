import { describe, expect, it } from 'vitest';
import type { AnswerJudge } from '#evaluation/judge/answer-judge.ts';
import { calibrateJudge, type HumanLabel } from '#evaluation/judge/calibrate-judge.ts';
import { createJudge } from '#evaluation/judge/create-judge.ts';
import { scoreAnswer } from '#evaluation/judge/score-answer.ts';
import type { SupportJudge } from '#evaluation/judge/support-judge.ts';
import { startFakeJudge, type Verdict } from '../../support/fake-judge-server.ts';

const KEY = 'sk-very-secret-key-0123456789';
const makeJudge = (baseUrl: string, env = {}) => createJudge({ baseUrl, model: 'local-judge', key: KEY, env });

describe('a judge', () => {
  it('asks the endpoint whether the evidence says what the claim says', async () => {
    const { baseUrl, requests } = await startFakeJudge((prompt) => ({
      choice: prompt.includes('--- claim ---\nIt takes <3 weeks & "rest".') ? 'supported' : 'not_supported',
    }));
    const judge = await makeJudge(baseUrl);
    expect(await judge.supports('It takes <3 weeks & "rest".', ['About 3 weeks.', '{{claim}}'])).toBe(true);
    expect(await judge.supports('It takes a year.', ['About 3 weeks.'])).toBe(false);
    expect(requests[0]).toMatchObject({ model: 'local-judge', authorization: `Bearer ${KEY}` });
    expect(requests[0]?.prompt).toContain('About 3 weeks.\n\n{{claim}}');
    expect(judge.name).toContain('local-judge');
  });

  it.each([
    ['C', true],
    ['B', true],
    ['E', true],
    ['A', false],
    ['D', false],
  ])('takes choice %s of an answer against its reference for %s', async (choice, isRight) => {
    const { baseUrl, requests } = await startFakeJudge(() => ({ choice }));
    const judge = await makeJudge(baseUrl);
    const asked = { question: 'How long?', answer: 'Three weeks.', reference: '21 days' };
    expect(await judge.isCorrect(asked)).toBe(isRight);
    expect(requests[0]?.prompt).toContain('[Submission]: Three weeks.');
  });

  it('asks nobody about a claim without evidence', async () => {
    const { baseUrl, requests } = await startFakeJudge(() => ({ choice: 'supported' }));
    const judge = await makeJudge(baseUrl);
    expect(await judge.supports('It cures.', [])).toBe(false);
    await expect(judge.supports(' ', ['x'])).rejects.toThrow(RangeError);
    expect(requests).toEqual([]);
  });

  it.each<[string, Verdict, RegExp]>([
    ['a wrong key', { status: 401 }, /status 401/u],
    ['words instead of a choice', 'words', /no usable reply/u],
    ['a choice that there is not', { choice: 'perhaps' }, /no usable reply/u],
  ])('gives no verdict on %s, and tells neither key nor text', async (_, verdict, message) => {
    const { baseUrl } = await startFakeJudge(() => verdict);
    const judge = await makeJudge(baseUrl);
    const error: unknown = await Promise.resolve(judge.supports('patient words', ['evidence'])).catch(
      (e: unknown) => e,
    );
    expect(String(error)).toMatch(message);
    const told = `${String(error)} ${JSON.stringify(error)} ${(error as Error).stack} ${String((error as Error).cause)}`;
    expect(told).not.toMatch(/sk-very|patient words|evidence/u);
  });

  it.each([
    'BRAINTRUST_API_KEY',
    'LANGSMITH_TRACING',
    'LANGCHAIN_TRACING_V2',
    'OTEL_EXPORTER_OTLP_ENDPOINT',
    'OPENAI_LOG',
  ])('is not made while %s is set, and does not tell its value', async (name) => {
    await expect(makeJudge('http://127.0.0.1:9/v1', { [name]: 'secret-value' })).rejects.toThrow(name);
    await expect(makeJudge('http://127.0.0.1:9/v1', { [name]: 'secret-value' })).rejects.not.toThrow(/secret-value/u);
    await expect(makeJudge('http://127.0.0.1:9/v1', { [name]: '' })).resolves.toBeDefined();
  });
});

describe('an answer', () => {
  const asked: string[] = [];
  const judge: AnswerJudge = {
    name: 'fake',
    isCorrect: async ({ answer }) => {
      asked.push(answer);
      return answer === 'right';
    },
  };
  const item = { question: 'q', expected: 'answered', actual: 'answered', answer: 'right', reference: 'r' };

  it('is scored by the judge when there is one to score', async () => {
    expect(await scoreAnswer(item, judge)).toEqual({ isRight: true, by: 'judge' });
    expect(await scoreAnswer({ ...item, answer: 'wrong' }, judge)).toEqual({ isRight: false, by: 'judge' });
  });

  it('that was rightly not given is a success, one wrongly not given none, and neither is sent to a judge', async () => {
    asked.length = 0;
    const silent = { ...item, answer: null, actual: 'abstained/no_evidence' };
    const right = { ...silent, expected: 'abstained/no_evidence' };
    expect(await scoreAnswer(right, judge)).toEqual({ isRight: true, by: 'outcome' });
    expect(await scoreAnswer(silent, judge)).toEqual({ isRight: false, by: 'outcome' });
    expect(await scoreAnswer({ ...item, expected: 'escalated/emergency' }, judge)).toMatchObject({ isRight: false });
    expect(asked).toEqual([]);
  });
});

describe('calibration', () => {
  const label = (supported: boolean, at: number, over: Partial<HumanLabel> = {}): HumanLabel => ({
    claim: `${supported ? 'yes' : 'no'} ${at}`,
    evidence: ['evidence'],
    supported,
    labelledBy: 'Dr. A',
    heldOut: true,
    ...over,
  });
  const labels = (yes: number, no: number, over: Partial<HumanLabel> = {}) => [
    ...Array.from({ length: yes }, (_, at) => label(true, at, over)),
    ...Array.from({ length: no }, (_, at) => label(false, at, over)),
  ];
  /** Says yes to what people say yes to, except the first `wrong` of each kind. */
  const judgeWrong = (wrong: number): SupportJudge => ({
    name: 'fake',
    supports: async (claim) => claim.startsWith('yes') === Number(claim.split(' ')[1]) >= wrong,
  });

  it('counts what it gets right and wrong of each kind', async () => {
    const found = await calibrateJudge(judgeWrong(10), labels(100, 50), { bar: 0.7 });
    expect(found.confusion).toEqual({ truePositives: 90, falseNegatives: 10, trueNegatives: 40, falsePositives: 10 });
    expect(found.accuracy).toMatchObject({ successes: 130, trials: 150 });
    expect(found.balancedAccuracy.value).toBeCloseTo(0.85, 10);
    // Clopper–Pearson at 97.5% each: 90 of 100 from 0.8154, 40 of 50 from 0.6435.
    expect(found.balancedAccuracy.lower).toBeGreaterThan(0.72);
    expect(found.balancedAccuracy.lower).toBeLessThan(0.74);
    expect(found).toMatchObject({ mayGate: true, reasons: [] });
  });

  it('lets a judge gate only when the lower bound reaches the bar', async () => {
    const found = await calibrateJudge(judgeWrong(10), labels(100, 50), { bar: 0.8 });
    expect(found.mayGate).toBe(false);
    expect(found.reasons.join()).toContain('the bar is 0.8');
  });

  it.each([
    ['too few', labels(50, 49)],
    ['labels it was chosen with', labels(100, 100, { heldOut: false })],
    ['labels of nobody', labels(100, 100, { labelledBy: null })],
    ['one kind of label', labels(200, 0)],
  ])('does not let a perfect judge gate on %s', async (_, given) => {
    expect((await calibrateJudge(judgeWrong(0), given, { bar: 0.6 })).mayGate).toBe(false);
  });

  it('does not let a judge gate that always says yes, however many say yes', async () => {
    const yes: SupportJudge = { name: 'yes', supports: async () => true };
    const found = await calibrateJudge(yes, labels(990, 10), { bar: 0.51 });
    expect(found.accuracy.successes).toBe(990);
    expect(found.mayGate).toBe(false);
  });

  it('counts a label without a verdict as wrong', async () => {
    const down: SupportJudge = { name: 'down', supports: () => Promise.reject(new Error('down')) };
    const found = await calibrateJudge(down, labels(60, 60), { bar: 0.6 });
    expect(found).toMatchObject({ failures: 120, mayGate: false });
    expect(found.accuracy.successes).toBe(0);
  });

  it.each([0.5, 0, 1.1, Number.NaN])('takes no bar of %d', async (bar) => {
    await expect(calibrateJudge(judgeWrong(0), labels(60, 60), { bar })).rejects.toThrow(RangeError);
  });
});
