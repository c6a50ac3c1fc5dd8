import { Hono } from 'hono';
import type { AppDeps } from './app-deps.ts';
import type { AppEnv } from './app-env.ts';
import { notReady } from './not-ready.ts';

export function healthRoutes({ knowledge }: Pick<AppDeps, 'knowledge'>) {
  return new Hono<AppEnv>()
    .get('/healthz', (c) => c.json({ status: 'ok' as const }, 200))
    .get('/readyz', (c) => {
      const readiness = knowledge.readiness();
      const { ready, done, total, etaSeconds } = readiness;
      if (ready) return c.json({ done, total, etaSeconds }, 200);
      return c.json({ done, total, etaSeconds }, 503, {
        'Retry-After': String(notReady(readiness).details.retryAfterSeconds),
      });
    });
}
