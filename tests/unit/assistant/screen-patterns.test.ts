import { describe, expect, test } from 'vitest';
import { compileRules } from '#assistant/screen/compile-rules.ts';
import { parsePattern, parseSequence } from '#assistant/screen/parse-pattern.ts';
import { type RuleFile, ruleFileSchema } from '#assistant/screen/rule-file.ts';
import { viewMessage } from '#assistant/screen/view-message.ts';

const header = { version: 1, source: 's', owner: 'o', date: '2026-01-01', reviewedBy: null } as const;
const file = (extra: object): RuleFile => ruleFileSchema.parse({ id: 'test', ...header, ...extra });
const spelling = { expansions: { cant: 'can not', "can't": 'can not' }, notSlips: [] };
const compile = (files: Record<string, RuleFile>) => compileRules(new Map(Object.entries(files)), spelling);

const rules = {
  ...compile({ 'a.yaml': file({ define: { colour: 'red, dark blue\ngreen*', affix: 'vomit*, *mab' } }) }),
  thresholds: {
    id: 't',
    ...header,
    feverCelsius: 38,
    feverOnTreatmentCelsius: 37.5,
    lowCelsius: 36,
    amberSignsForUrgent: 2,
    maxScreenedChars: 20_000,
  },
  languages: { functionWords: new Map(), scripts: new Map() },
};
const finds = (pattern: string, message: string): string[] => {
  const view = viewMessage(message, rules, []);
  const words = view.tokens.map(({ word }) => word);
  return view.find(parseSequence(pattern)).map(({ start, end }) => words.slice(start, end).join(' '));
};

describe('sequences', () => {
  test.each([
    ['can not ..2 see', "I can't really see it", ['can not really see']],
    ['can not ..1 see', 'I cant at all ever see it', []],
    ['vomit*', 'Vomiting, vomited!', ['vomiting', 'vomited']],
    ['*mab', 'on pembrolizumab', ['pembrolizumab']],
    ['#38-42', 'it was 38,5 then 37', ['38.5']],
    ['(left|right) arm?', 'my left arm, my right leg', ['left arm', 'left', 'right']],
    ['<colour> wall', 'a dark blue wall', ['dark blue wall']],
    ['喘不上', '他喘不上气', ['喘 不 上']],
    ['one two', 'one. Two', []],
  ])('%s in "%s"', (pattern, message, found) => {
    expect(finds(pattern, message)).toEqual(found);
  });
});

describe('what is wrong with a rule file is said with its file and key', () => {
  test.each(['(a|b', 'a)', '?', '..13 a', 'a ..13 b', ''])('pattern "%s"', (source) => {
    expect(() => parseSequence(source)).toThrow('pattern');
  });
  test('a pattern of context alone', () => expect(() => parsePattern('+a & !b')).toThrow('no evidence'));
  test('an unknown list', () => {
    const bad = file({ signal: 'person', rules: [{ id: 'x', when: '<nowhere>' }] });
    expect(() => compile({ 'b.yaml': bad })).toThrow('b.yaml: rules.x: no list is called <nowhere>');
  });
  test('a doubled id', () => {
    const one = file({ signal: 'person', rules: [{ id: 'x', when: 'a' }] });
    expect(() => compile({ 'a.yaml': one, 'b.yaml': one })).toThrow('b.yaml: rules.x: this id is used twice');
  });
  test('a red flag without a level', () => {
    const bad = file({ signal: 'red_flag', rules: [{ id: 'x', when: 'a' }] });
    expect(() => compile({ 'c.yaml': bad })).toThrow('c.yaml: rules.x.level');
  });
  test('an unknown key', () => expect(() => file({ ruels: [] })).toThrow('ruels'));
});
