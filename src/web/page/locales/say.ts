import phrases from './en.json';

export const locale = 'en';

export type Phrase = keyof typeof phrases & string;
type Values = Readonly<Record<string, string | number>>;

/** The words for a phrase, with its `{holes}` filled. */
export function say(phrase: Phrase, values: Values = {}): string {
  return phrases[phrase].replace(/\{(\w+)\}/g, (hole, name: string) => String(values[name] ?? hole));
}

type Counted = Phrase extends infer P ? (P extends `${infer Stem}.other` ? Stem : never) : never;

const plural = new Intl.PluralRules(locale);

/** The words for a number of things, in the right plural form. */
export function sayCount(stem: Counted, n: number): string {
  const exact = `${stem}.${plural.select(n)}`;
  return say(exact in phrases ? (exact as Phrase) : `${stem}.other`, { n: n.toLocaleString(locale) });
}

const dates = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
const times = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short' });

/** A day of a document, as written there: no time zone may shift it. */
export function sayDate(isoDate: string): string {
  const date = new Date(isoDate);
  return Number.isNaN(date.getTime()) ? isoDate : dates.format(date);
}

/** A moment, in the reader's own time zone. */
export function sayTime(isoTime: string): string {
  const time = new Date(isoTime);
  return Number.isNaN(time.getTime()) ? isoTime : times.format(time);
}

const knownPhrase = (phrase: string): phrase is Phrase => phrase in phrases;

/** The words for an error code, or the general ones for a code we do not know. */
export function sayProblem(code: string): string {
  const phrase = `problem.${code}`;
  return say(knownPhrase(phrase) ? phrase : 'problem.internal');
}
