import type { ScreenResult, Signal } from '#assistant/screen/screen.ts';

/** `hi` for somebody on a page in `en-IN` is `hi-IN`: the page's country keeps choosing the numbers. */
function inCountryOf(language: string | null, pageLocale: string): string {
  if (language === null) return pageLocale;
  const region = /[-_]([A-Za-z]{2})\b/u.exec(pageLocale)?.[1];
  return region === undefined ? language : `${language}-${region.toUpperCase()}`;
}

/** The locale of a card, from the sign that raised it. */
export const cardLocale = (flag: Signal, pageLocale: string): string => inCountryOf(flag.language ?? null, pageLocale);

/** The locale of a turn's notice: somebody who writes in another language is told in it what matters most. */
export function noticeLocale({ decision, signals }: ScreenResult, pageLocale: string): string {
  const detected = signals.find(({ signal }) => signal === 'language')?.rule.replace(/^language\./u, '') ?? null;
  if (decision.kind === 'escalate') {
    const flag = signals.find(({ level }) => level === decision.level);
    return inCountryOf(flag?.language ?? detected, pageLocale);
  }
  const isLanguage = decision.kind === 'abstain' && decision.reason === 'unsupported_language';
  return inCountryOf(isLanguage ? detected : null, pageLocale);
}
