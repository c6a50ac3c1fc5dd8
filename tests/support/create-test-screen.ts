import { readdirSync, readFileSync } from 'node:fs';
import { readClassifiers } from '#assistant/screen/classify/read-classifiers.ts';
import { createScreen } from '#assistant/screen/create-screen.ts';
import { readRules } from '#assistant/screen/read-rules.ts';
import type { Screen, ScreenResult } from '#assistant/screen/screen.ts';
import type { ConversationState } from '#domain/turn.ts';

export const FRESH: ConversationState = { levelReached: null, amberSigns: [], ownCaseOpen: false };

function corpusWords(): ReadonlySet<string> {
  const words = new Set<string>();
  for (const name of readdirSync('corpus').filter((file) => file.endsWith('.md'))) {
    const text = readFileSync(`corpus/${name}`, 'utf8').toLowerCase();
    for (const [word] of text.matchAll(/[\p{L}\p{N}]+/gu)) words.add(word);
  }
  return words;
}

/** The screen with the product's own rules and corpus. */
export async function createTestScreen(): Promise<Screen> {
  return createScreen({
    rules: await readRules('prompts/screen'),
    classifiers: await readClassifiers('prompts/classifiers'),
    locales: ['en'],
    vocabulary: corpusWords(),
    organisationNames: ['CancerFax', 'Cancer Fax'],
  });
}

/** The last result of a conversation of these messages. */
export function screenTurns(screen: Screen, turns: readonly string[]): ScreenResult {
  let state = FRESH;
  let result: ScreenResult | null = null;
  turns.forEach((message, i) => {
    result = screen.screen(message, state, turns.slice(0, i));
    state = result.state;
  });
  if (!result) throw new Error('a conversation needs a message');
  return result;
}

/** `escalate/urgent`, `refer/case_specific`, `abstain/out_of_scope`, `reply`, `answer`. */
export function nameDecision({ decision }: ScreenResult): string {
  switch (decision.kind) {
    case 'escalate':
      return `escalate/${decision.level}`;
    case 'refer':
    case 'abstain':
      return `${decision.kind}/${decision.reason}`;
    default:
      return decision.kind;
  }
}

const SEVERITY: Readonly<Record<string, number>> = {
  'escalate/urgent': 1,
  'escalate/crisis': 2,
  'escalate/emergency': 3,
};

export function isAtLeast(decision: string, wanted: string): boolean {
  return (SEVERITY[decision] ?? 0) >= (SEVERITY[wanted] ?? Number.POSITIVE_INFINITY);
}
