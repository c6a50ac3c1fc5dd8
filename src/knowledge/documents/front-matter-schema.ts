import { z } from 'zod';

const ABSENT = new Set(['', '~', 'null', 'Null', 'NULL']);

/** Scalars arrive as they are written, so that `007` stays `007`. */
const text = z
  .string({ error: 'is not a single text' })
  .nullish()
  .transform((value) => {
    const trimmed = value?.trim() ?? '';
    return ABSENT.has(trimmed) ? null : trimmed;
  });

const date = text.pipe(z.iso.date('is not a date, such as 2026-06-02').nullable());

const id = text.pipe(
  z
    .string()
    .regex(/^[A-Za-z0-9._/-]{1,64}$/, 'may hold 1 to 64 letters, digits and . _ - / only')
    .refine(
      (value) => value.split('/').every((part) => part !== '' && part !== '.' && part !== '..'),
      'has an empty, "." or ".." part',
    )
    .nullable(),
);

/** An address is shown as a link: whatever a browser would run instead of open is refused. */
const url = text.refine((value) => !/^[a-z][a-z0-9+.-]*:/i.test(value ?? '') || /^https?:/i.test(value ?? ''), {
  message: 'is not an http or https address',
});

const status = text.pipe(
  z
    .enum(['draft', 'published', 'withdrawn'], { error: 'is none of draft, published, withdrawn' })
    .nullable()
    .transform((value) => value ?? 'published'),
);

/** Keys it does not know stay in the file and are ignored. */
export const frontMatterSchema = z.object({
  id,
  title: text,
  kind: text,
  topic: text,
  url,
  source: text,
  reviewedBy: text,
  reviewedOn: date,
  reviewBy: date,
  language: text,
  status,
});

export type FrontMatter = z.output<typeof frontMatterSchema>;
