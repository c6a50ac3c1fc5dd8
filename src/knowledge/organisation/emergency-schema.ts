import { z } from 'zod';
import type { CountryNumbers } from '#domain/organisation.ts';

const words = z.string().trim().min(1, 'is empty');
const optionalWords = words.nullish().transform((text) => text ?? null);

/** Unquoted, `000` would be read as zero and `112` as a number. */
const dialled = z
  .string({ error: 'is not text: put the number in quotes' })
  .regex(/^\+?\d[\d -]*$/, 'is not a number that can be dialled');

const line = z.strictObject({ label: words, number: dialled, note: optionalWords });

const country = z.strictObject({
  country: z.string().regex(/^(\*|[A-Z]{2})$/, 'is neither a two-letter country code nor "*"'),
  name: words,
  emergency: z.tuple([line], line),
  crisis: z
    .array(line)
    .nullish()
    .transform((lines) => lines ?? []),
  oncologyLine: line.nullish().transform((number) => number ?? null),
  source: optionalWords,
  reviewedBy: optionalWords,
});

/** Reaches emergency services from mobile phones in many countries (GSM standard, 3GPP TS 22.101). */
const ANYWHERE: CountryNumbers = {
  country: '*',
  name: 'Other countries',
  emergency: [{ label: 'Emergency number in many countries', number: '112', note: null }],
  crisis: [],
  oncologyLine: null,
  source: null,
  reviewedBy: null,
};

export const emergencySchema = z
  .array(country)
  .superRefine((countries, context) => {
    const seen = new Set<string>();
    for (const [index, { country: code }] of countries.entries()) {
      if (seen.has(code))
        context.addIssue({ code: 'custom', path: [index, 'country'], message: `"${code}" stands twice` });
      seen.add(code);
    }
  })
  .nullish()
  .transform((list): [CountryNumbers, ...CountryNumbers[]] => {
    const [first, ...rest] = list ?? [];
    if (first === undefined) return [ANYWHERE];
    return list?.some((entry) => entry.country === '*') ? [first, ...rest] : [ANYWHERE, first, ...rest];
  });
