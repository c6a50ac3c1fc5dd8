import { z } from 'zod';

const ABSENT = new Set(['', '~', 'null', 'Null', 'NULL']);
const MAX_QUESTIONS = 40;

/** Scalars arrive as they are written, so that `12345678` stays a version and `null` is said in one place. */
const optionalText = z
  .string({ error: 'is not a single text' })
  .nullish()
  .transform((value) => {
    const trimmed = value?.trim() ?? '';
    return ABSENT.has(trimmed) ? null : trimmed;
  });
const text = optionalText.pipe(z.string({ error: 'is missing' }));
const isoDate = z.iso.date('is not a date, such as 2026-06-02');

const cite = z.strictObject(
  {
    document: text,
    /** The beginning of the document's version that the sentence was written against. */
    version: optionalText.pipe(
      z
        .string()
        .regex(/^[0-9a-f]{8,64}$/, 'is not the beginning of a document version, 8 letters and digits or more')
        .nullable(),
    ),
    /** Only needed where the quote stands more than once. */
    heading: optionalText,
    quote: text,
  },
  { error: 'must hold document, version and quote, and may hold heading' },
);

/** Front matter of a file in `answers/`. Unlike a document's, a key that is not known is a mistake. */
export const answerFileSchema = z
  .strictObject({
    id: text.pipe(z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, 'may hold 1 to 64 letters, digits, _ and - only')),
    questions: z
      .array(text, { error: 'is not a list of questions' })
      .min(1, 'holds no question')
      .max(MAX_QUESTIONS, `holds more than ${MAX_QUESTIONS} questions`),
    version: text.pipe(z.string().regex(/^[1-9]\d{0,5}$/, 'is not a number counted from 1')),
    reviewedBy: optionalText,
    reviewedOn: optionalText.pipe(isoDate.nullable()),
    source: text,
    owner: text,
    date: text.pipe(isoDate),
    language: optionalText,
    cites: z.record(z.string().regex(/^[1-9]\d?$/, 'is not a number from 1 to 99'), cite, {
      error: 'is not a table of numbered quotes',
    }),
  })
  .refine(({ reviewedBy, reviewedOn }) => (reviewedBy === null) === (reviewedOn === null), {
    path: ['reviewedOn'],
    message: 'and reviewedBy are given together or not at all',
  });

export type AnswerFrontMatter = z.output<typeof answerFileSchema>;
