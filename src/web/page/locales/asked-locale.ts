import { countryByTimeZone } from './country-by-time-zone.ts';
import { locale } from './say.ts';

/**
 * The page's language and the country the device seems to be in, for instance `en-IN`, so that the emergency numbers of
 * that country come first. The clock says where a device is; its language only says where that language is from.
 */
export function askedLocale(): string {
  const country =
    countryByTimeZone(Intl.DateTimeFormat().resolvedOptions().timeZone) ??
    /-([A-Z]{2})\b/.exec(navigator.languages.find((one) => one.includes('-')) ?? '')?.[1];
  return country == null ? locale : `${locale}-${country}`;
}
