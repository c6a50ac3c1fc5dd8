import { type Context, Hono } from 'hono';
import type { TurnEvent } from '#domain/conversation.ts';
import { Fault } from '#domain/fault.ts';
import { feedbackRequestSchema } from '#wire/feedback.ts';
import type { AppDeps } from './app-deps.ts';
import type { AppEnv } from './app-env.ts';
import { requireTurn } from './bearer.ts';
import { checkRequest } from './check-request.ts';
import { createClientAddress } from './client-address.ts';
import type { ConversationFeed } from './conversation-feed.ts';
import { readIdempotency } from './idempotency.ts';
import { createRateLimit } from './limit-rate.ts';
import { readJson } from './read-json.ts';
import { streamTurn } from './stream-turn.ts';
import { readTurnLocale } from './turn-locale.ts';

export function turnRoutes(deps: AppDeps, feed: ConversationFeed) {
  const { care, assistant, settings } = deps;
  const addressOf = createClientAddress(settings.trustedProxies);
  const limitFeedback = createRateLimit(settings.rateLimitPerMinute);
  const limitTrim = createRateLimit(settings.rateLimitPerMinute);

  return new Hono<AppEnv>()
    .get('/v1/turns/:id/events', async (c) => {
      const { turnId, conversationId, running } = await requireTurn(c, care, c.req.param('id'));
      const locale = await readTurnLocale(deps, conversationId, turnId);
      const after = readLastEventId(c) ?? 0;
      if (!running && !(await hasEvents(care.follow(turnId, after, c.req.raw.signal)))) return c.body(null, 204);
      return streamTurn(c, deps, (signal) => care.follow(turnId, after, signal), {
        turnId,
        conversationId,
        conversationToken: null,
        disclaimer: assistant.fixed.disclaimer(locale),
        withDebug: false,
        requestId: c.get('requestId'),
      });
    })
    .post('/v1/turns/:id/cancel', async (c) => {
      const { turnId, conversationId } = await requireTurn(c, care, c.req.param('id'));
      await care.cancel(turnId);
      feed.wake(conversationId);
      return c.body(null, 204);
    })
    .post('/v1/turns/:id/trim', async (c) => {
      const { turnId, conversationId } = await requireTurn(c, care, c.req.param('id'));
      await limitTrim(addressOf(c));
      await care.trim(turnId);
      feed.wake(conversationId);
      return c.body(null, 204);
    })
    .post('/v1/turns/:id/feedback', async (c) => {
      const { turnId, conversationId } = await requireTurn(c, care, c.req.param('id'));
      const body = checkRequest(feedbackRequestSchema, await readJson(c));
      const idempotency = readIdempotency(c, body);
      await limitFeedback(addressOf(c));
      const { rating, reasons = [], comment = null } = body;
      const feedback = { rating, reasons: [...new Set(reasons)], comment };
      await care.giveFeedback({ turnId, conversationId, feedback, idempotency });
      return c.body(null, 204);
    });
}

/** Where to go on after, or null to begin where the stream begins. Fault: `invalid`. */
export function readLastEventId(c: Context<AppEnv>): number | null {
  const header = c.req.header('Last-Event-ID')?.trim() ?? '';
  if (header === '') return null;
  if (/^\d{1,15}$/.test(header)) return Number(header);
  throw new Fault('invalid', 'Malformed Last-Event-ID', {
    details: { fields: [{ path: 'Last-Event-ID', problem: 'must be the id of an event' }] },
  });
}

async function hasEvents(events: AsyncIterable<TurnEvent>): Promise<boolean> {
  for await (const _event of events) return true;
  return false;
}
