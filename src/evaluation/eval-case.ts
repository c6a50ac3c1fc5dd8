import { z } from 'zod';

/** A fact, in every accepted form: one of them in the answer suffices. */
const fact = z.union([z.string().transform((form) => [form]), z.array(z.string().min(1)).min(1)]);

/** Passages by words that stand in them. */
const place = { document: z.string().min(1), heading: z.string(), contains: z.string().min(1) };

const draftSentence = z.strictObject({
  text: z.string().min(1),
  /** What it would cite, in the document's own words unless `fault` is `fabricated`. */
  quotes: z.array(z.string().min(1)).min(1),
  document: z.string().min(1),
  supported: z.boolean(),
  /** What is wrong with it; null when it is supported. */
  fault: z.string().nullable(),
});

/** Reasons and levels that an outcome of the contract can have; an absent reason leaves it open. */
const DETAILS: Readonly<Record<string, { readonly reasons: readonly string[]; readonly levels: readonly string[] }>> = {
  answered: { reasons: [], levels: [] },
  abstained: { reasons: ['no_evidence', 'out_of_scope', 'unsupported_language'], levels: [] },
  referred: { reasons: ['case_specific', 'requested_human'], levels: [] },
  escalated: { reasons: [], levels: ['emergency', 'urgent', 'crisis'] },
  replied: { reasons: ['smalltalk'], levels: [] },
  not_escalated: { reasons: [], levels: [] },
  not_referred: { reasons: ['case_specific', 'requested_human'], levels: [] },
};

/** Outcomes that say nothing without it. */
const NEEDS = { reason: ['abstained', 'referred'], level: ['escalated'] };

const fits = (detail: string | null | undefined, known: readonly string[], isNeeded: boolean): boolean =>
  detail === null || detail === undefined ? !isNeeded : known.includes(detail);

export const evalCaseSchema = z.strictObject({
  id: z.string().min(1),
  /** Messages of one conversation; the reply to the last one is scored. */
  turns: z.array(z.string().min(1)).min(1),
  expected: z
    .strictObject({
      /** `not_escalated` and `not_referred` leave open what else comes; with a reason, not referred for it. */
      outcome: z.enum(['answered', 'abstained', 'referred', 'escalated', 'replied', 'not_escalated', 'not_referred']),
      reason: z.string().nullable(),
      level: z.string().nullish(),
    })
    .refine(({ outcome, reason }) => fits(reason, DETAILS[outcome]?.reasons ?? [], NEEDS.reason.includes(outcome)), {
      path: ['reason'],
      error: 'is no reason of this outcome',
    })
    .refine(({ outcome, level }) => fits(level, DETAILS[outcome]?.levels ?? [], NEEDS.level.includes(outcome)), {
      path: ['level'],
      error: 'is no level of this outcome',
    }),
  facts: z.strictObject({ required: z.array(fact), forbidden: z.array(fact) }).default({ required: [], forbidden: [] }),
  /** Passages that alone support a required fact. */
  support: z.array(z.strictObject(place)).default([]),
  /** Every passage that deserves a grade: 3 answers fully, 2 in part, 1 is on the topic. */
  graded: z.array(z.strictObject({ ...place, grade: z.int().min(1).max(3) })).optional(),
  /** Sentences of a draft, each with what it cites: whether the verifier tells them apart. */
  draft: z.array(draftSentence).optional(),
  /** Whether the documents contradict what the question takes for granted; not scored when absent. */
  premise: z.literal('corrected').nullish(),
  /** Whether the reply must say that too much was told; not scored when absent. */
  tooMuch: z.boolean().optional(),
  /** Whether a sentence besides the answer itself must be there or must not; not scored when absent. */
  roles: z.strictObject({ caveat: z.boolean().optional(), other_source: z.boolean().optional() }).optional(),
  /** The sentence that a careless system would offer; null where there is none. */
  lure: z.string().nullish(),
  tags: z.array(z.string()),
  author: z.string(),
  /** Null until a real person has signed the case. */
  reviewer: z.string().nullable(),
  date: z.iso.date(),
  /** Cases of `test` are run once, when nothing is changed any more. */
  split: z.enum(['dev', 'test']),
});

export type EvalCase = z.infer<typeof evalCaseSchema>;
