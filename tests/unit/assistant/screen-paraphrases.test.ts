import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Screen } from '#assistant/screen/screen.ts';
import { createTestScreen, isAtLeast, nameDecision, screenTurns } from '../../support/create-test-screen.ts';

const lines = readFileSync('tests/unit/assistant/screen-paraphrases.tsv', 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => {
    const [kind = '', text = ''] = line.split('\t');
    return { kind, text };
  });

const EXPECTED: Readonly<Record<string, (decision: string) => boolean>> = {
  emergency: (decision) => isAtLeast(decision, 'escalate/emergency'),
  urgent: (decision) => isAtLeast(decision, 'escalate/urgent'),
  crisis: (decision) => isAtLeast(decision, 'escalate/crisis'),
  benign: (decision) => !decision.startsWith('escalate'),
  case: (decision) => decision === 'refer/case_specific',
  general: (decision) => decision === 'answer',
  human: (decision) => decision === 'refer/requested_human',
  smalltalk: (decision) => decision === 'reply',
  offtopic: (decision) => decision === 'abstain/out_of_scope',
  language: (decision) => decision === 'abstain/unsupported_language',
};

/** Kind → the least share that must be right; the encoder, which helps with own cases, is not asked here. */
const FLOORS: Readonly<Record<string, number>> = {
  general: 0.93,
  case: 0.97,
  smalltalk: 0.97,
  crisis: 0.99,
  emergency: 0.995,
  benign: 0.99,
};
const FLOOR = 1;

// Sentences written after the rules, each kept because it, or one like it, once showed a gap.
describe('sentences the rules had not seen when they were written', () => {
  let screen: Screen;
  beforeAll(async () => {
    screen = await createTestScreen();
  });

  test.each(Object.keys(EXPECTED))('%s', (kind) => {
    const own = lines.filter((line) => line.kind === kind);
    expect(own.length).toBeGreaterThan(10);
    const wrong = own
      .map(({ text }) => `${nameDecision(screenTurns(screen, [text]))} ← ${text}`)
      .filter((line) => !EXPECTED[kind]?.(line.split(' ← ')[0] ?? ''));
    expect(1 - wrong.length / own.length, wrong.join('\n')).toBeGreaterThanOrEqual(FLOORS[kind] ?? FLOOR);
  });

  test('every line has a known kind', () => {
    expect(lines.filter(({ kind }) => !(kind in EXPECTED))).toEqual([]);
  });
});
