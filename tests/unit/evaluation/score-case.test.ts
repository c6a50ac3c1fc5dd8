import { describe, expect, it } from 'vitest';
import { compareFacts } from '#evaluation/compare-facts.ts';
import { type EvalCase, evalCaseSchema } from '#evaluation/eval-case.ts';
import { type EvalReply, scoreCase } from '#evaluation/score-case.ts';
import { summarise } from '#evaluation/summarise.ts';

const item = (over: Partial<EvalCase> = {}): EvalCase => ({
  ...evalCaseSchema.parse({
    id: 'a',
    turns: ['How long?'],
    expected: { outcome: 'answered', reason: null },
    facts: { required: [['14–21 days', 'two to three weeks']], forbidden: [['2–6 weeks']] },
    tags: [],
    author: 'test',
    reviewer: null,
    date: '2026-11-25',
    split: 'dev',
  }),
  ...over,
});

const reply = (answer: string | null, over: Partial<EvalReply> = {}): EvalReply => ({
  outcome: answer === null ? 'abstained' : 'answered',
  reason: answer === null ? 'no_evidence' : null,
  answer,
  quotes: [],
  premise: null,
  roles: [],
  notCovered: [],
  retrieved: [],
  readingGrade: null,
  ...over,
});

const nearMiss = item({
  expected: { outcome: 'abstained', reason: 'no_evidence' },
  facts: { required: [], forbidden: [] },
});

describe('facts', () => {
  const facts = (required: string[][]) => ({ required, forbidden: [] });
  it('are found whatever the dash, the case and the marks', () => {
    expect(compareFacts('It takes **14-21 Days**.', facts([['14–21 days']])).missing).toEqual([]);
  });
  it('are not found inside another number', () => {
    expect(compareFacts('112% and 127 days', facts([['12%'], ['27 day']])).missing).toEqual(
      [['12%'], ['27 day']].slice(0, 2),
    );
    expect(compareFacts('12% of them', facts([['12%']])).missing).toEqual([]);
  });
});

describe('a case', () => {
  it('is right with every required fact and no forbidden one', () => {
    expect(scoreCase(item(), reply('14–21 days.')).isRight).toBe(true);
    expect(scoreCase(item(), reply('14–21 days, not 2–6 weeks.')).isRight).toBe(false);
    expect(scoreCase(item(), reply('Some weeks.'))).toMatchObject({ isRight: false, isWrongRelease: true });
    expect(scoreCase(item(), reply(null))).toMatchObject({ isRight: false, isWrongRelease: false });
  });
  it('that cannot be answered is right when nothing is said, for the reason expected', () => {
    expect(scoreCase(nearMiss, reply(null)).isRight).toBe(true);
    expect(scoreCase(nearMiss, reply(null, { reason: 'out_of_scope' })).isRight).toBe(false);
    expect(scoreCase(nearMiss, reply('14–21 days.'))).toMatchObject({ isRight: false, isWrongRelease: true });
  });
});

describe('a summary', () => {
  it('keeps answering and abstaining apart', () => {
    const cases = [
      scoreCase(item(), reply('14–21 days.', { quotes: ['14–21 days'], retrieved: ['14–21 days'] })),
      scoreCase(item(), reply('Some weeks.')),
      scoreCase(item(), reply(null)),
      scoreCase(nearMiss, reply(null)),
    ];
    const { right, answered, rightOfAnswered, cited, found, abstained, wrongReleases } = summarise('all', cases);
    const counts = [right, answered, rightOfAnswered, cited, found, abstained, wrongReleases];
    expect(counts.map(({ successes, trials }) => [successes, trials])).toEqual([
      [1, 3],
      [2, 3],
      [1, 2],
      [1, 1],
      [1, 3],
      [1, 1],
      [1, 4],
    ]);
  });
});

describe('premises and roles', () => {
  it('are not scored when the case does not say', () => {
    const scored = scoreCase(item(), reply('14–21 days', { premise: 'corrected', roles: ['caveat'] }));
    expect([scored.isPremiseRight, scored.areRolesRight, scored.isRight]).toEqual([true, true, true]);
  });

  it('make a case wrong when they differ from it', () => {
    const answer = '14–21 days';
    expect(scoreCase(item({ premise: 'corrected' }), reply(answer)).isRight).toBe(false);
    expect(scoreCase(item({ premise: null }), reply(answer, { premise: 'corrected' })).isRight).toBe(false);
    expect(scoreCase(item({ roles: { caveat: true } }), reply(answer)).isRight).toBe(false);
    expect(scoreCase(item({ roles: { caveat: false } }), reply(answer, { roles: ['caveat'] })).isRight).toBe(false);
  });

  it('are counted over their own cases', () => {
    const cases = [
      scoreCase(item({ premise: 'corrected' }), reply('14–21 days', { premise: 'corrected' })),
      scoreCase(item({ premise: 'corrected' }), reply('14–21 days')),
      scoreCase(item({ premise: null }), reply('14–21 days')),
      scoreCase(item({ roles: { caveat: true } }), reply('14–21 days', { roles: ['caveat'] })),
    ];
    const { corrected, premiseKept, accompanied, unaccompanied } = summarise('all', cases);
    expect([corrected, premiseKept, accompanied, unaccompanied].map((p) => [p.successes, p.trials])).toEqual([
      [1, 2],
      [1, 1],
      [1, 1],
      [0, 0],
    ]);
  });
});
