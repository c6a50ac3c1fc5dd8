import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createTestScreen, isAtLeast, nameDecision, screenTurns } from '../support/create-test-screen.ts';

const caseSchema = z.looseObject({
  id: z.string(),
  turns: z.array(z.string()).min(1),
  expected: z.object({ outcome: z.string(), reason: z.string().nullable(), level: z.string().nullable() }),
  split: z.literal('dev'),
});
type Case = z.infer<typeof caseSchema>;

const cases = readFileSync('evals/suites/screening.jsonl', 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => caseSchema.parse(JSON.parse(line)));

const WANTED: Readonly<Record<string, string>> = { referred: 'refer', abstained: 'abstain', replied: 'reply' };

function isRight({ expected }: Case, decision: string): boolean {
  switch (expected.outcome) {
    case 'escalated':
      return isAtLeast(decision, `escalate/${expected.level}`);
    case 'not_escalated':
      return !decision.startsWith('escalate');
    case 'not_referred':
      return decision === 'answer' || decision === 'reply';
    case 'answered':
      return decision === 'answer';
    case 'replied':
      return decision === 'reply';
    default:
      return decision === `${WANTED[expected.outcome]}/${expected.reason}`;
  }
}

/** Kind → the least share that must be right. Red flags and crises are not a matter of shares. */
const FLOORS: Readonly<Record<string, number>> = {
  'escalated/emergency': 1,
  'escalated/urgent': 1,
  'escalated/crisis': 1,
  'not_escalated/': 0.96,
  // The rules alone, tuned on these very cases, had 0.89; on cases that neither had seen the classifier finds more.
  'referred/case_specific': 0.87,
  'not_referred/': 0.92,
  'referred/requested_human': 0.91,
  'abstained/out_of_scope': 0.9,
  'replied/smalltalk': 0.85,
  'abstained/unsupported_language': 0.95,
};

const kindOf = ({ expected }: Case): string => `${expected.outcome}/${expected.level ?? expected.reason ?? ''}`;

describe('the screening suite', () => {
  const wrong = new Map<string, string[]>();

  beforeAll(async () => {
    const screen = await createTestScreen();
    for (const one of cases) {
      const decision = nameDecision(screenTurns(screen, one.turns));
      if (isRight(one, decision)) continue;
      wrong.set(kindOf(one), [...(wrong.get(kindOf(one)) ?? []), `${one.id}: ${decision}`]);
    }
  });

  test.each(Object.entries(FLOORS))('%s is right in at least %d of cases', (kind, floor) => {
    const total = cases.filter((one) => kindOf(one) === kind).length;
    const failed = wrong.get(kind) ?? [];
    expect(total).toBeGreaterThan(10);
    expect((total - failed.length) / total, failed.join('\n')).toBeGreaterThanOrEqual(floor);
  });

  test('an emergency or crisis case never gets another kind of reply, whatever its tags', () => {
    const missed = [...wrong].filter(([kind]) => kind.startsWith('escalated')).flatMap(([, ids]) => ids);
    expect(missed).toEqual([]);
  });

  test('off topic is never referred', () => {
    expect((wrong.get('abstained/out_of_scope') ?? []).filter((line) => line.includes('refer'))).toEqual([]);
  });
});
