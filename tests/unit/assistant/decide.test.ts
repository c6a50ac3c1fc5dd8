import { describe, expect, test } from 'vitest';
import { type Decision, decide, type Findings } from '#assistant/decide.ts';

const NOTHING: Findings = {
  level: null,
  levelBefore: null,
  wantsPerson: false,
  unsupportedLanguage: false,
  ownCase: false,
  offTopic: false,
  smallTalk: null,
  asksSomething: true,
};

const flag = [false, true] as const;
const levels = [null, 'urgent', 'crisis', 'emergency'] as const;
const every: Findings[] = levels.flatMap((level) =>
  flag.flatMap((wantsPerson) =>
    flag.flatMap((unsupportedLanguage) =>
      flag.flatMap((ownCase) =>
        flag.flatMap((offTopic) =>
          [null, 'thanks'].flatMap((smallTalk) =>
            flag.flatMap((asksSomething) =>
              [null, 'urgent' as const].map((levelBefore) => ({
                level,
                levelBefore,
                wantsPerson,
                unsupportedLanguage,
                ownCase,
                offTopic,
                smallTalk,
                asksSomething,
              })),
            ),
          ),
        ),
      ),
    ),
  ),
);

/** The contract's order, written a second way: the first rank that applies. */
function expected(found: Findings): Decision['kind'] {
  const ranks: Array<[boolean, Decision['kind']]> = [
    [found.level !== null, 'escalate'],
    [found.wantsPerson, 'refer'],
    [found.unsupportedLanguage, 'abstain'],
    [found.ownCase, 'refer'],
    [found.offTopic, 'abstain'],
    [found.asksSomething, 'answer'],
    [found.smallTalk !== null, found.levelBefore === null ? 'reply' : 'escalate'],
    [true, 'abstain'],
  ];
  return ranks.find(([applies]) => applies)?.[1] ?? 'abstain';
}

describe('decide', () => {
  test(`holds the contract's precedence in all ${every.length} combinations`, () => {
    expect(every).toHaveLength(512);
    for (const found of every) expect(decide(found).kind, JSON.stringify(found)).toBe(expected(found));
  });

  test('nothing changes the level of an escalation', () => {
    for (const found of every.filter(({ level }) => level !== null)) {
      expect(decide(found)).toEqual({ kind: 'escalate', level: found.level });
    }
  });

  test('a wish for a person comes before the own case', () => {
    expect(decide({ ...NOTHING, wantsPerson: true, ownCase: true })).toEqual({
      kind: 'refer',
      reason: 'requested_human',
      general: true,
    });
  });

  test('an own case is also looked up in the documents', () => {
    expect(decide({ ...NOTHING, ownCase: true })).toEqual({ kind: 'refer', reason: 'case_specific', general: true });
  });

  test('a person asked for in another language is not looked up', () => {
    const decision = decide({ ...NOTHING, wantsPerson: true, unsupportedLanguage: true });
    expect(decision).toEqual({ kind: 'refer', reason: 'requested_human', general: false });
  });

  test('thanks before a question do not hide it; thanks alone are replied to', () => {
    expect(decide({ ...NOTHING, smallTalk: 'thanks' }).kind).toBe('answer');
    expect(decide({ ...NOTHING, smallTalk: 'thanks', asksSomething: false })).toEqual({
      kind: 'reply',
      noticeId: 'thanks',
    });
  });

  test('small talk after a card shows the card again; a question after it is answered', () => {
    const after: Findings = { ...NOTHING, levelBefore: 'crisis', smallTalk: 'thanks' };
    expect(decide({ ...after, asksSomething: false })).toEqual({ kind: 'escalate', level: 'crisis' });
    expect(decide(after)).toEqual({ kind: 'answer' });
  });

  test('a message with nothing left to ask is out of scope', () => {
    expect(decide({ ...NOTHING, asksSomething: false })).toEqual({ kind: 'abstain', reason: 'out_of_scope' });
  });
});
