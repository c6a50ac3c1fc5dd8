import type { Rule } from './rule-file.ts';

/**
 * The language to show a card in. What the message is plainly written in counts when a rule of that language fired or none of
 * a foreign one did; otherwise the rule's, since words typed in Latin letters or mixed into English look like anything.
 */
export function flagLanguage(
  flags: ReadonlyArray<{ readonly rule: Pick<Rule, 'language'> }>,
  detected: string | null,
): { readonly language?: string } {
  const spoken = flags.flatMap(({ rule }) => rule.language ?? []);
  const language = detected !== null && spoken.includes(detected) ? detected : (spoken[0] ?? detected);
  return language === null || language === undefined ? {} : { language };
}
