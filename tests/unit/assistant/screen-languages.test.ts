import { beforeAll, describe, expect, test } from 'vitest';
import { compileRules } from '#assistant/screen/compile-rules.ts';
import { type RuleFile, ruleFileSchema } from '#assistant/screen/rule-file.ts';
import type { Screen } from '#assistant/screen/screen.ts';
import { createTestScreen, nameDecision, screenTurns } from '../../support/create-test-screen.ts';

describe('scopes in other languages', () => {
  let screen: Screen;
  beforeAll(async () => {
    screen = await createTestScreen();
  });
  const isFlagged = (...turns: string[]): boolean => nameDecision(screenTurns(screen, turns)).startsWith('escalate');

  test.each([
    ['papa ko chemo ke baad bukhar hai', 'papa ko chemo ke baad bukhar nahi hai bas thakan hai'],
    ['कीमो के बाद बुखार है', 'कीमो के बाद बुखार नहीं है बस थकान है'],
    ['после химии озноб', 'после химии озноба нет и боли нет'],
    ['কেমোর পর জ্বর এসেছে', 'কেমোর পর জ্বর নেই শুধু দুর্বল'],
  ])('"%s" is a flag, denied after the sign "%s" is not', (flag, denied) => {
    expect(isFlagged(flag)).toBe(true);
    expect(isFlagged(denied)).toBe(false);
  });

  test.each([
    ['أبي يتقيأ دم', 'ويتقيأ دم منذ الصباح'],
    ['يستفرغ دم', 'بيستفرغ دم'],
  ])('"%s" is found with particles written onto it: "%s"', (plain, joined) => {
    expect(isFlagged(plain)).toBe(true);
    expect(isFlagged(joined)).toBe(true);
  });

  test('a foreign beginning does not hide a slip in an English word', () => {
    const header = { id: 'a', version: 1, source: 'test', owner: 'test', date: '2026-01-01', reviewedBy: null };
    const file = (language: string, when: string): RuleFile =>
      ruleFileSchema.parse({
        ...header,
        language,
        signal: 'red_flag',
        rules: [{ id: language, level: 'urgent', when }],
      });
    const files = new Map([
      ['en.yaml', file('en', 'respiratory distress')],
      ['es.yaml', file('es', 'respira* mal')],
    ]);
    const { tokeniser, rules } = compileRules(files, { expansions: {}, notSlips: [] });
    expect(tokeniser.readings('respiratry')).toEqual(['respiratory']);
    expect(rules.map(({ language }) => language)).toEqual([undefined, 'es']);
  });
});
