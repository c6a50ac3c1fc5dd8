import { Hono } from 'hono';
import type { RetrievedPassage } from '#domain/passage.ts';
import { type SearchReply, searchRequestSchema } from '#wire/search.ts';
import type { AppDeps } from './app-deps.ts';
import type { AppEnv } from './app-env.ts';
import { checkRequest } from './check-request.ts';
import { createClientAddress } from './client-address.ts';
import { createRateLimit } from './limit-rate.ts';
import { notReady } from './not-ready.ts';
import { readJson } from './read-json.ts';

export function searchRoutes({ knowledge, settings }: Pick<AppDeps, 'knowledge' | 'settings'>) {
  const addressOf = createClientAddress(settings.trustedProxies);
  const limitClient = createRateLimit(settings.rateLimitPerMinute);

  return new Hono<AppEnv>().post('/v1/search', async (c) => {
    const { query, k } = checkRequest(searchRequestSchema, await readJson(c));
    await limitClient(addressOf(c));
    const readiness = knowledge.readiness();
    if (!readiness.ready) throw notReady(readiness);
    const found = await knowledge.search(query, { k, signal: c.req.raw.signal });
    return c.json({ results: found.map(presentResult) } satisfies SearchReply, 200);
  });
}

function presentResult({ passage, title, score, ranks }: RetrievedPassage): SearchReply['results'][number] {
  const { id, documentId, documentVersion, headingPath, text, start, end } = passage;
  const section = headingPath.at(-1) ?? null;
  return { passageId: id, documentId, documentVersion, title, section, text, start, end, score, ranks };
}
