import { Hono } from 'hono';
import type { AppEnv } from './app-env.ts';
import { renderOpenapi } from './render-openapi.ts';

export function openapiRoutes() {
  const description = renderOpenapi();
  return new Hono<AppEnv>().get('/openapi.json', (c) => c.json(description, 200));
}
