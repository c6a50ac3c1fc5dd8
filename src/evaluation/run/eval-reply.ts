import { z } from 'zod';

const evalCitationSchema = z.object({
  n: z.int(),
  passageId: z.string(),
  documentId: z.string(),
  documentVersion: z.string(),
  title: z.string(),
  section: z.string().nullable(),
  quote: z.string(),
  /** UTF-16 code units in the document's text. */
  start: z.int(),
  end: z.int(),
});

/** What a run sees of one reply. All of it comes from the reply object of the contract; `trace` needs debug replies. */
export const evalReplySchema = z.object({
  outcome: z.string(),
  reason: z.string().nullable(),
  level: z.string().nullable(),
  premise: z.literal('corrected').nullable(),
  composer: z.string().nullable(),
  /** Null where nothing is said. */
  answer: z
    .object({
      text: z.string(),
      readingGrade: z.number().nullable(),
      sentences: z
        .array(
          z.object({
            text: z.string(),
            /** Numbers of `citations`. */
            citations: z.array(z.int()).readonly(),
            role: z.enum(['caveat', 'other_source']).nullable(),
          }),
        )
        .readonly(),
    })
    .nullable(),
  citations: z.array(evalCitationSchema).readonly(),
  /** Id of the fixed text that was shown. */
  notice: z.string().nullable(),
  /** Whether it says that too much was told. Runs of before it was said: false. */
  tooMuch: z.boolean().default(false),
  missing: z.array(z.string()).readonly(),
  notCovered: z.array(z.string()).readonly(),
  trace: z
    .object({
      asks: z.array(z.string()).readonly(),
      rules: z.array(z.string()).readonly(),
      /** Best first for each ask. */
      retrieved: z.array(z.object({ ask: z.int(), passageId: z.string(), score: z.number() })).readonly(),
    })
    .nullable(),
});

export type EvalReply = Readonly<z.infer<typeof evalReplySchema>>;
export type EvalCitation = Readonly<z.infer<typeof evalCitationSchema>>;
