import { Hono } from 'hono';
import type { AppDeps } from './app-deps.ts';
import type { AppEnv } from './app-env.ts';
import { notReady } from './not-ready.ts';

export function healthRoutes({ knowledge, unsigned }: Pick<AppDeps, 'knowledge' | 'unsigned'>) {
  return new Hono<AppEnv>()
    .get('/healthz', (c) => c.json({ status: 'ok' as const }, 200))
    .get('/readyz', (c) => {
      const readiness = knowledge.readiness();
      const { ready, done, total, etaSeconds } = readiness;
      const state = { done, total, etaSeconds, unsigned: [...unsigned] };
      if (ready) return c.json(state, 200);
      return c.json(state, 503, {
        'Retry-After': String(notReady(readiness).details.retryAfterSeconds),
      });
    });
}
