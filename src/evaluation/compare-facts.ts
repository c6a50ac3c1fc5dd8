import type { EvalCase } from './eval-case.ts';

export interface FactComparison {
  /** Required facts that the text states in none of their forms. */
  readonly missing: ReadonlyArray<readonly string[]>;
  /** Forbidden facts that it states. */
  readonly forbidden: ReadonlyArray<readonly string[]>;
}

/** Case, kinds of dash and quotation mark, Markdown marks and white space make no other fact. */
const normal = (text: string): string =>
  text
    .toLowerCase()
    .replace(/\*\*|__/gu, '')
    .replace(/[‐-―−]/gu, '-')
    .replace(/[‘’]/gu, "'")
    .replace(/[“”]/gu, '"')
    .replace(/\s+/gu, ' ');

/** A form that begins or ends with a digit stands as a number of its own: "12%" is not in "112%". */
function states(said: string, form: string): boolean {
  const wanted = normal(form);
  for (let at = said.indexOf(wanted); at >= 0; at = said.indexOf(wanted, at + 1)) {
    const before = said[at - 1] ?? ' ';
    const after = said[at + wanted.length] ?? ' ';
    const cutsNumber = (/\d/u.test(before) && /^\d/u.test(wanted)) || (/\d/u.test(after) && /\d$/u.test(wanted));
    if (!cutsNumber) return true;
  }
  return false;
}

/** The facts of a case that the text does not state, and the forbidden ones that it does. */
export function compareFacts(text: string, facts: EvalCase['facts']): FactComparison {
  const said = normal(text);
  const statesAny = (forms: readonly string[]) => forms.some((form) => states(said, form));
  return {
    missing: facts.required.filter((forms) => !statesAny(forms)),
    forbidden: facts.forbidden.filter((forms) => statesAny(forms)),
  };
}
