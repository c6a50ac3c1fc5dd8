import type { PremiseRules } from './premise-rules.ts';

/** What a question takes for granted, as written in it. */
export interface Premise {
  readonly claim: string;
  /** Denied from outside the claim: "why isn't it …". */
  readonly isDenied: boolean;
}

const MIN_WORDS = 2;

/** The claim that a question presupposes, or null. Pure. */
export function readPremise(question: string, rules: PremiseRules): Premise | null {
  const text = question.replace(/\s+/gu, ' ').trim();
  if (rules.asks.some((pattern) => pattern.test(text))) return null;
  for (const pattern of rules.takenForGranted) {
    const { claim, not } = pattern.exec(text)?.groups ?? {};
    const said = claim?.trim() ?? '';
    if (said.split(' ').length >= MIN_WORDS) return { claim: said, isDenied: not !== undefined };
  }
  return null;
}
