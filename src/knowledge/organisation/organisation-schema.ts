import { z } from 'zod';
import { emergencySchema } from './emergency-schema.ts';

const words = z.string().trim().min(1, 'is empty');
const optionalWords = words.nullish().transform((text) => text ?? null);
const optionalAddress = z
  .url({ protocol: /^https?$/, message: 'is not an http or https address' })
  .nullish()
  .transform((text) => text ?? null);
const listOfWords = z
  .array(words)
  .nullish()
  .transform((list) => list ?? []);

const timeZone = words.refine(isTimeZone, 'is not an IANA time zone, such as Asia/Kolkata');
const locale = words.refine(isLocale, 'is not a language tag, such as en');
const span = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-4]):[0-5]\d$/, 'is not a span, such as 09:00-18:00')
  .refine((text) => text.slice(0, 5) < text.slice(6) && text.slice(6) <= '24:00', 'does not end after it begins');

export const organisationSchema = z.strictObject({
  name: words,
  description: optionalWords,
  website: optionalAddress,
  contact: z
    .strictObject({
      email: z
        .email('is not an e-mail address')
        .nullish()
        .transform((text) => text ?? null),
      phone: z
        .string({ error: 'is not text: put it in quotes' })
        .regex(/^\+\d[\d ()-]{4,}$/, 'is not in the international form, +…')
        .nullish()
        .transform((text) => text ?? null),
      form: optionalAddress,
      postal: optionalWords,
    })
    .nullish()
    .transform((contact) => contact ?? { email: null, phone: null, form: null, postal: null }),
  hours: z
    .strictObject({
      timeZone: timeZone.nullish().transform((zone) => zone ?? null),
      weekly: z
        .partialRecord(z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']), z.array(span))
        .nullish()
        .transform((week) => week ?? null),
    })
    .refine(({ timeZone, weekly }) => weekly === null || timeZone !== null, {
      path: ['timeZone'],
      message: 'is needed where weekly hours are given',
    })
    .nullish()
    .transform((hours) => hours ?? { timeZone: null, weekly: null }),
  holidays: z
    .array(z.iso.date('is not a date, such as 2026-12-25'))
    .nullish()
    .transform((list) => list ?? []),
  locales: z
    .tuple([locale], locale)
    .nullish()
    .transform((list): [string, ...string[]] => list ?? ['en']),
  ownQuestions: listOfWords,
  suggestions: listOfWords,
  emergency: emergencySchema,
});

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}
