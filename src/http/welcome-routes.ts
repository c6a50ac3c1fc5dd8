import { Hono } from 'hono';
import { limits } from '#wire/limits.ts';
import type { Welcome } from '#wire/welcome.ts';
import type { AppDeps } from './app-deps.ts';
import type { AppEnv } from './app-env.ts';
import { chooseLocale, withCountry } from './choose-locale.ts';

type WelcomeDeps = Pick<AppDeps, 'assistant' | 'organisation' | 'settings'>;

export function welcomeRoutes({ assistant: { fixed }, organisation, settings }: WelcomeDeps) {
  const { rateLimitPerMinute } = settings;
  return new Hono<AppEnv>().get('/v1/welcome', (c) => {
    const asked = c.req.query('locale');
    const locale = chooseLocale(asked, organisation.locales);
    const welcome: Welcome = {
      locale,
      organisation: { name: organisation.name, url: organisation.url },
      aiNotice: fixed.aiNotice(locale),
      privacyNotice: fixed.privacyNotice(locale),
      disclaimer: fixed.disclaimer(locale),
      emergencyLine: fixed.emergencyLine(withCountry(locale, asked)),
      suggestions: fixed.suggestions(locale).slice(0, limits.suggestions),
      locales: organisation.locales,
      limits: {
        messageChars: limits.messageChars,
        searchChars: limits.searchChars,
        bodyBytes: limits.bodyBytes,
        ratePerMinute: rateLimitPerMinute === 0 ? null : rateLimitPerMinute,
      },
      person: organisation.person,
    };
    return c.json(welcome, 200);
  });
}
