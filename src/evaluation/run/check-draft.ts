import type { EvalCase } from '#evaluation/eval-case.ts';
import type { Checks } from './check-kinds.ts';
import type { SupportJudge } from './support-judge.ts';

/** Whether the verifier tells the supported sentences of a draft from the others, and which it did not. */
export async function checkDraft(
  { draft = [] }: Pick<EvalCase, 'draft'>,
  verifier: SupportJudge,
): Promise<{ readonly checks: Checks; readonly problems: readonly string[] }> {
  const problems: string[] = [];
  const wrong = { accepts: false, rejects: false };
  for (const { text, quotes, supported, fault } of draft) {
    if ((await verifier.supports(text, quotes)) === supported) continue;
    wrong[supported ? 'accepts' : 'rejects'] = true;
    problems.push(supported ? `Rejects “${text}”, which is supported.` : `Accepts “${text}” (${fault}).`);
  }
  const has = (supported: boolean) => draft.some((sentence) => sentence.supported === supported);
  return {
    checks: { ...(has(true) && { accepts: !wrong.accepts }), ...(has(false) && { rejects: !wrong.rejects }) },
    problems,
  };
}
