import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { Clock } from '#domain/ports.ts';
import type { HttpLog } from './app-deps.ts';
import type { AppEnv } from './app-env.ts';

/** One line a request: the route's pattern, never its address, because ids and queries stand in addresses. */
export function logAccess({ log, clock }: { log: HttpLog; clock: Clock }): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const startedAt = clock.now().getTime();
    await next();
    const pattern = routePath(c, -1);
    const facts = {
      requestId: c.get('requestId'),
      method: knownMethod(c.req.method),
      route: pattern === '/*' ? 'none' : pattern,
      status: c.res.status,
      durationMs: clock.now().getTime() - startedAt,
    };
    log.info(facts, 'request');
  };
}

/** A method is the caller's free text. */
function knownMethod(method: string): string {
  return /^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)$/.test(method) ? method : 'other';
}
