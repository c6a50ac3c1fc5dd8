import type { MiddlewareHandler } from 'hono';
import type { AppEnv } from './app-env.ts';

const always = {
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
};

/** For answers that are data: nothing in them may run or be framed. */
const dataPolicy = "default-src 'none'; base-uri 'none'; object-src 'none'; form-action 'none'; frame-ancestors 'none'";

/** For the page: its own files and its own server, nothing inline, nobody frames it. */
export const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "object-src 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** One year, the least ASVS 3.4.1 takes. */
const transportSecurity = 'max-age=31536000';

export function secureHeaders(publicUrl: string | undefined): MiddlewareHandler<AppEnv> {
  const isHttps = publicUrl?.startsWith('https://') ?? false;
  return async (c, next) => {
    await next();
    const { headers } = c.res;
    for (const [name, value] of Object.entries(always)) headers.set(name, value);
    if (isHttps) headers.set('Strict-Transport-Security', transportSecurity);
    if (!headers.has('Content-Security-Policy')) headers.set('Content-Security-Policy', dataPolicy);
    if (!headers.has('Cache-Control')) headers.set('Cache-Control', 'no-store');
  };
}
