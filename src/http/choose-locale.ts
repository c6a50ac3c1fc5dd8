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
