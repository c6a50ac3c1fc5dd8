import { z } from 'zod';
import { type EvalCase, evalCaseSchema } from '#evaluation/eval-case.ts';
import { type ForeignCases, type ForeignDefaults, foreignCase } from '#evaluation/exchange/foreign-case.ts';
import { readJsonl } from '#evaluation/exchange/jsonl.ts';
import { type PromptfooTest, testCaseSchema } from './promptfoo-schema.ts';

const QUESTION_VARS = ['turns', 'question', 'message', 'query', 'input', 'prompt', 'text'];
const messages = z.array(z.string().min(1)).min(1);

/** The messages of a test; null when no variable of it is one. */
function turnsOf(vars: PromptfooTest['vars'] = {}): string[] | null {
  const name = QUESTION_VARS.find((known) => vars[known] !== undefined) ?? null;
  const value = name === null ? Object.values(vars)[0] : vars[name];
  if (typeof value !== 'string' || value.trim() === '') return null;
  if (name !== 'turns') return [value];
  const listed = z.string().transform((json, context) => {
    try {
      return messages.parse(JSON.parse(json));
    } catch {
      context.addIssue({ code: 'custom', message: 'no list of messages' });
      return z.NEVER;
    }
  });
  return listed.safeParse(value).data ?? null;
}

type Assertion = NonNullable<PromptfooTest['assert']>[number];

/** Facts that an assertion about the words of an output stands for; null for one that says something else. */
function factsOf({ type, value }: Assertion): EvalCase['facts'] | null {
  const isNot = type.startsWith('not-');
  const kind = type.replace(/^not-/u, '').replace(/^icontains/u, 'contains');
  const forms = (Array.isArray(value) ? value : [value]).filter((form): form is string => typeof form === 'string');
  if (forms.length === 0 || !['contains', 'contains-any', 'contains-all', 'equals'].includes(kind)) return null;
  // "Not all of them" is less than "none of them".
  if (isNot && (kind === 'contains-all' || kind === 'equals')) return null;
  const facts = kind === 'contains-all' ? forms.map((form) => [form]) : [forms];
  return isNot ? { required: [], forbidden: facts } : { required: facts, forbidden: [] };
}

/** Cases of a file of tests, one a line. Those this project wrote come back whole. Throws naming the line. */
export function promptfooToCases(text: string, defaults: ForeignDefaults): ForeignCases {
  const leftOut: Array<{ line: number; what: string }> = [];
  const cases = readJsonl(text).map(({ line, value }): EvalCase => {
    const test = testCaseSchema.loose().safeParse(value);
    if (!test.success) throw new Error(`line ${line}: ${z.prettifyError(test.error)}`);
    const own = evalCaseSchema.safeParse(test.data.metadata?.['citewell']);
    if (own.success) return own.data;
    const turns = turnsOf(test.data.vars);
    if (turns === null) throw new Error(`line ${line}: no variable of it is a question`);
    const facts = (test.data.assert ?? []).flatMap((assertion) => {
      const found = factsOf(assertion);
      if (found === null) leftOut.push({ line, what: `assertion ${assertion.type}` });
      return found === null ? [] : [found];
    });
    return foreignCase(
      'promptfoo',
      turns,
      {
        expected: { outcome: 'answered', reason: null },
        facts: {
          required: facts.flatMap(({ required }) => required),
          forbidden: facts.flatMap(({ forbidden }) => forbidden),
        },
        support: [],
      },
      defaults,
    );
  });
  return { cases, leftOut };
}
