import type { EvalCase } from '#evaluation/eval-case.ts';
import type { SupportJudge } from '#evaluation/judge/support-judge.ts';
import type { Checks } from './check-kinds.ts';
import type { EvalTarget } from './eval-target.ts';
import { plainWords } from './plain-words.ts';

type Sentence = NonNullable<EvalCase['draft']>[number];

/** As the product does it: the quotes must stand in the document, and then carry the sentence. */
async function isAccepted({ text, quotes, document }: Sentence, target: DraftTarget, verifier: SupportJudge) {
  const whole = plainWords((await target.documentText(document, null)) ?? '');
  return quotes.every((quote) => whole.includes(plainWords(quote))) && (await verifier.supports(text, quotes));
}

type DraftTarget = Pick<EvalTarget, 'documentText'>;

/** Whether the supported sentences of a draft are told from the others, and which are not. */
export async function checkDraft(
  { draft = [] }: Pick<EvalCase, 'draft'>,
  target: DraftTarget,
  verifier: SupportJudge,
): Promise<{ readonly checks: Checks; readonly problems: readonly string[] }> {
  const problems: string[] = [];
  const wrong = { accepts: false, rejects: false };
  for (const sentence of draft) {
    const { text, supported, fault } = sentence;
    if ((await isAccepted(sentence, target, verifier)) === supported) continue;
    wrong[supported ? 'accepts' : 'rejects'] = true;
    problems.push(supported ? `Rejects “${text}”, which is supported.` : `Accepts “${text}” (${fault}).`);
  }
  const has = (supported: boolean) => draft.some((sentence) => sentence.supported === supported);
  return {
    checks: { ...(has(true) && { accepts: !wrong.accepts }), ...(has(false) && { rejects: !wrong.rejects }) },
    problems,
  };
}
