import { Fault, type FieldProblem } from '#domain/fault.ts';
import { type EvalCase, evalCaseSchema } from '#evaluation/eval-case.ts';
import { findIdentifiers, type IdentifierKind } from './find-identifiers.ts';

/** What a person makes of a real question: their own words, and what the answer should be. */
export interface CaseDraft {
  readonly turns: readonly string[];
  readonly expected: Pick<EvalCase['expected'], 'outcome' | 'reason' | 'level'>;
  readonly facts: {
    readonly required: ReadonlyArray<readonly string[]>;
    readonly forbidden: ReadonlyArray<readonly string[]>;
  };
  readonly tags: readonly string[];
}

const problems: Readonly<Record<IdentifierKind, string>> = {
  email: 'holds what looks like an e-mail address',
  web_address: 'holds what looks like a web address or account',
  phone_number: 'holds what looks like a phone number',
  long_number: 'holds a long number, such as a record number',
  full_date: 'holds a full date, such as a date of birth',
  name: 'holds what looks like a name',
};

/**
 * The case of a suite. It says which role wrote it and nothing of the conversation it came from. Fault: `invalid`, naming
 * where an identifier was left and of which kind, never its words.
 */
export function makeCase(
  draft: CaseDraft,
  made: { readonly id: string; readonly author: string; readonly date: string },
) {
  const left = [
    ...draft.turns.map((text, i) => ({ path: `turns.${i}`, text })),
    ...draft.tags.map((text, i) => ({ path: `tags.${i}`, text })),
    ...(['required', 'forbidden'] as const).flatMap((kind) =>
      draft.facts[kind].flatMap((forms, i) => forms.map((text, j) => ({ path: `facts.${kind}.${i}.${j}`, text }))),
    ),
  ].flatMap(({ path, text }) => findIdentifiers(text).map((kind): FieldProblem => ({ path, problem: problems[kind] })));
  if (left.length > 0) throw new Fault('invalid', 'An identifier was left in the text', { details: { fields: left } });
  const parsed = evalCaseSchema.safeParse({ ...draft, ...made, reviewer: null, split: 'dev' });
  if (parsed.success) return parsed.data;
  const fields = parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), problem: message }));
  throw new Fault('invalid', 'No case can be made of it', { details: { fields } });
}
