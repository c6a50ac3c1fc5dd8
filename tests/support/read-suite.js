import { readFileSync } from 'node:fs';
import { z } from 'zod';

/** A fact, in every accepted form. */
const fact = z.union([z.string().transform((form) => [form]), z.array(z.string())]);
const caseSchema = z.strictObject({
  id: z.string(),
  turns: z.array(z.string()).min(1),
  expected: z.object({ outcome: z.string(), reason: z.string().nullable(), level: z.string().nullish() }),
  facts: z.strictObject({ required: z.array(fact), forbidden: z.array(fact) }).default({ required: [], forbidden: [] }),
  support: z.array(z.strictObject({ document: z.string(), heading: z.string(), contains: z.string() })).default([]),
  tags: z.array(z.string()),
  author: z.string(),
  reviewer: z.string().nullable(),
  date: z.string(),
  split: z.enum(['dev', 'test']),
});
/** The cases of `evals/suites/<name>.jsonl`; a bad line is named by its number. */
export function readSuite(name) {
  const lines = readFileSync(new URL(`../../evals/suites/${name}.jsonl`, import.meta.url), 'utf8')
    .trim()
    .split('\n');
  return lines.map((line, i) => {
    const parsed = caseSchema.safeParse(JSON.parse(line));
    if (!parsed.success) throw new Error(`${name}.jsonl line ${i + 1}: ${z.prettifyError(parsed.error)}`);
    return parsed.data;
  });
}
const normal = (text) =>
  text
    .toLowerCase()
    .replace(/[‐-―−]/gu, '-')
    .replace(/[‘’]/gu, "'")
    .replace(/\s+/gu, ' ');
/** The facts of the case that the text does not state, and the forbidden ones that it does. */
export function compareFacts(text, facts) {
  const said = normal(text);
  const states = (forms) => forms.some((form) => said.includes(normal(form)));
  return { missing: facts.required.filter((f) => !states(f)), forbidden: facts.forbidden.filter((f) => states(f)) };
}
//# sourceMappingURL=read-suite.js.map
