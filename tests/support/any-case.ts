import fc from 'fast-check';
import { type EvalCase, evalCaseSchema } from '#evaluation/eval-case.ts';

const nasty = fc.constantFrom(
  '=1+1',
  '-2',
  '+CMD|x',
  '@SUM(A1)',
  "'=1",
  "''@x",
  'none',
  '"quoted"',
  '"half',
  'a | b',
  'one\ntwo',
  'one\r\ntwo',
  '\ttab',
  ' spaced ',
  '14-21',
  '2026-11-25',
  '1,5',
  '12%',
  'true',
  '3 Mar',
  '"a" | b',
  '\\',
  '\uFEFFmark',
  '\u2028',
  'مرحبا',
  '👩‍⚕️',
);
const text = fc.oneof(nasty, fc.string({ unit: 'grapheme', minLength: 1 }), fc.string({ minLength: 1 }));
const maybeEmpty = fc.oneof(text, fc.constant(''));
const facts = fc.array(fc.array(text, { minLength: 1, maxLength: 3 }), { maxLength: 3 });
const place = { document: text, heading: maybeEmpty, contains: text };
const lists = { maxLength: 3 };

/** Any case that the schema lets in, as `readSuite` gives it. `roles` without a role says what no `roles` says. */
export const anyCase: fc.Arbitrary<EvalCase> = fc
  .record(
    {
      id: text,
      turns: fc.array(text, { minLength: 1, maxLength: 3 }),
      expected: fc.constantFrom(
        { outcome: 'answered', reason: null },
        { outcome: 'abstained', reason: 'no_evidence', level: null },
        { outcome: 'referred', reason: 'requested_human' },
        { outcome: 'escalated', reason: null, level: 'urgent' },
        { outcome: 'not_escalated', reason: null, level: null },
      ),
      facts: fc.record({ required: facts, forbidden: facts }),
      support: fc.array(fc.record(place), lists),
      graded: fc.array(fc.record({ ...place, grade: fc.integer({ min: 1, max: 3 }) }), lists),
      draft: fc.array(
        fc.record({
          text,
          quotes: fc.array(text, { minLength: 1, maxLength: 3 }),
          document: text,
          supported: fc.boolean(),
          fault: fc.option(maybeEmpty),
        }),
        lists,
      ),
      premise: fc.constantFrom('corrected', null),
      roles: fc.oneof(
        fc.record({ caveat: fc.boolean() }),
        fc.record({ other_source: fc.boolean() }),
        fc.record({ caveat: fc.boolean(), other_source: fc.boolean() }),
      ),
      lure: fc.option(maybeEmpty),
      tags: fc.array(maybeEmpty, lists),
      author: text,
      reviewer: fc.option(maybeEmpty),
      date: fc.constantFrom('2026-11-25', '2024-02-29'),
      split: fc.constantFrom('dev', 'test'),
    },
    {
      requiredKeys: ['id', 'turns', 'expected', 'facts', 'support', 'tags', 'author', 'reviewer', 'date', 'split'],
    },
  )
  .map((item) => evalCaseSchema.parse(item));
