import type { Organisation } from './organisation.ts';

/** The organisation's locale that comes nearest: the same, the same language, or else its default. */
export function chooseLocale(asked: string | undefined, locales: Organisation['locales']): string {
  if (asked === undefined) return locales[0];
  const wanted = asked.toLowerCase();
  const language = wanted.split('-')[0];
  return (
    locales.find((locale) => locale.toLowerCase() === wanted) ??
    locales.find((locale) => locale.toLowerCase().split('-')[0] === language) ??
    locales[0]
  );
}

/** The chosen locale with the country that was asked for: numbers to call are those of the country. */
export function withCountry(locale: string, asked: string | undefined): string {
  const country = /^[a-z]{2,3}-([a-z]{2})$/iu.exec(asked ?? '')?.[1];
  return country === undefined || locale.includes('-') ? locale : `${locale}-${country.toUpperCase()}`;
}
