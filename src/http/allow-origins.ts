import type { Context, MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import { Fault } from '#domain/fault.ts';
import type { HttpSettings } from './app-deps.ts';
import type { AppEnv } from './app-env.ts';

const readingMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Lets pages of the listed origins read our answers; compared whole, so no suffix or scheme comes near. */
export function allowOrigins({ allowedOrigins }: Pick<HttpSettings, 'allowedOrigins'>): MiddlewareHandler<AppEnv> {
  return cors({
    origin: (origin) => (allowedOrigins.includes(origin) ? origin : null),
    allowMethods: ['GET', 'POST', 'DELETE'],
    allowHeaders: ['Authorization', 'Content-Type', 'Idempotency-Key', 'Last-Event-ID'],
    exposeHeaders: ['Retry-After', 'X-Request-Id'],
    maxAge: 600,
  });
}

/**
 * Refuses a request that changes something and comes from a page that is neither ours nor listed. CORS alone only hides
 * the answer; the request would have been carried out.
 */
export function refuseForeignOrigins(
  settings: Pick<HttpSettings, 'allowedOrigins' | 'publicUrl'>,
): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const origin = c.req.header('Origin');
    if (origin !== undefined && !readingMethods.has(c.req.method) && !isWelcome(origin, c, settings)) {
      throw new Fault('origin_refused', 'Origin is neither ours nor listed');
    }
    await next();
  };
}

function isWelcome(
  origin: string,
  c: Context<AppEnv>,
  { allowedOrigins, publicUrl }: Pick<HttpSettings, 'allowedOrigins' | 'publicUrl'>,
): boolean {
  if (allowedOrigins.includes(origin)) return true;
  if (publicUrl !== undefined && origin === new URL(publicUrl).origin) return true;
  // Our own page: the host it was loaded from is the host it calls. Behind a proxy the scheme we see is not the page's.
  return URL.canParse(origin) && new URL(origin).host === new URL(c.req.url).host && /^https?:\/\//.test(origin);
}
