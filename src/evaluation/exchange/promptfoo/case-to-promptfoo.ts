import type { EvalCase } from '#evaluation/eval-case.ts';
import type { PromptfooTest } from './promptfoo-schema.ts';

/**
 * A case as a test of promptfoo. Its facts are assertions that any provider whose output is the answer's text can be held
 * to; outcome, citations and the rest are in `metadata.citewell`, for the assertions in `evals/promptfoo` and for the way back.
 * `question` is the last message; `turns` holds all of them as JSON, because promptfoo makes a test of each item of an array.
 */
export function caseToPromptfoo(item: EvalCase): PromptfooTest {
  const required = item.facts.required.map((forms, at) => ({
    type: 'icontains-any',
    value: [...forms],
    metric: `required_${at + 1}`,
  }));
  const forbidden = item.facts.forbidden.map((forms, at) => ({
    type: 'not-icontains-any',
    value: [...forms],
    metric: `forbidden_${at + 1}`,
  }));
  return {
    description: item.id,
    vars: { question: item.turns.at(-1) ?? '', turns: JSON.stringify(item.turns) },
    assert: [...required, ...forbidden],
    // Every assertion must hold: promptfoo's own default passes at 0 where a threshold is asked for and none is set.
    threshold: 1,
    metadata: { citewell: item },
  };
}
