import type { MiddlewareHandler } from 'hono';
import type { Ids } from '#domain/ports.ts';
import type { AppEnv } from './app-env.ts';

/** Gives every request an id of our own; one sent by the caller is not taken over, it could be anything. */
export function identifyRequest(ids: Ids): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const requestId = ids.next();
    c.set('requestId', requestId);
    await next();
    c.res.headers.set('X-Request-Id', requestId);
  };
}
