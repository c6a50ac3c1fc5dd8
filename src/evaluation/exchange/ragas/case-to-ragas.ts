import type { EvalCase } from '#evaluation/eval-case.ts';
import { writeOutcome } from '#evaluation/exchange/foreign-case.ts';
import type { RagasSamples } from './ragas-schema.ts';

/** The first form of each fact, as one text. Undefined where no fact is required: there is no reference answer then. */
export function referenceOf({ facts }: Pick<EvalCase, 'facts'>): string | undefined {
  const said = facts.required.flatMap(([form]) => (form === undefined ? [] : [form]));
  return said.length === 0 ? undefined : said.join('\n');
}

/** What RAGAS has no field for, in words that a reader and a rubric judge can use. */
export function rubricsOf({ expected, facts }: Pick<EvalCase, 'expected' | 'facts'>): Record<string, string> {
  const numbered = (name: string, list: EvalCase['facts']['required']) =>
    list.map((forms, at): [string, string] => [`${name}_${at + 1}`, forms.join(' | ')]);
  return {
    outcome: writeOutcome(expected),
    ...Object.fromEntries([...numbered('required', facts.required), ...numbered('forbidden', facts.forbidden)]),
  };
}

/** Cases without answers: what RAGAS calls a test set. */
export function casesToRagas(cases: readonly EvalCase[]): RagasSamples {
  const withReference = (item: EvalCase) => {
    const reference = referenceOf(item);
    return { ...(reference !== undefined && { reference }), rubrics: rubricsOf(item) };
  };
  return {
    single: cases
      .filter(({ turns }) => turns.length === 1)
      .map((item) => ({
        user_input: item.turns[0] ?? '',
        ...(item.support.length > 0 && {
          reference_contexts: item.support.map(({ contains }) => contains),
          reference_context_ids: item.support.map(({ document }) => document),
        }),
        ...withReference(item),
      })),
    multi: cases
      .filter(({ turns }) => turns.length > 1)
      .map((item) => ({
        user_input: item.turns.map((content) => ({ content, type: 'human' as const })),
        ...withReference(item),
      })),
  };
}
