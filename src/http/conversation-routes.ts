import { type Context, Hono } from 'hono';
import type { Entry } from '#domain/conversation.ts';
import type { ConversationId } from '#domain/ids.ts';
import type { WireConversationEvent, WireConversationExport } from '#wire/conversation.ts';
import type { AppDeps } from './app-deps.ts';
import type { AppEnv } from './app-env.ts';
import { requireConversation } from './bearer.ts';
import type { ConversationFeed } from './conversation-feed.ts';
import { followConversation } from './follow-conversation.ts';
import { presentConversation } from './present-conversation.ts';
import { presentReply } from './present-reply.ts';
import { eventStreamHeaders, type ServerEvent, streamEvents } from './stream-events.ts';
import { failStream, realPause } from './stream-turn.ts';
import { readLastEventId } from './turn-routes.ts';

export function conversationRoutes(deps: AppDeps, feed: ConversationFeed) {
  const { care, organisation, clock, stopping, log, pause = realPause } = deps;
  const { fixed } = deps.assistant;
  const defaultLocale = organisation.locales[0];
  const authorised = (c: Context<AppEnv, '/v1/conversations/:id'>) => requireConversation(c, care, c.req.param('id'));

  /** What an entry is to a listener, if anything. */
  function present({ seq, body }: Entry, localeOf: (turnId: string) => string): ServerEvent | null {
    if (body.kind === 'handoff') {
      const { turnId, handoff } = body;
      return { id: seq, ...({ event: 'handoff', data: { turnId, handoff } } satisfies WireConversationEvent) };
    }
    if (body.kind !== 'turn.event' || body.event.event !== 'done') return null;
    const disclaimer = fixed.disclaimer(localeOf(body.turnId));
    const reply = presentReply(body.event.record, { conversationToken: null, disclaimer, withDebug: false });
    return {
      id: seq,
      ...({ event: 'turn.done', data: { turnId: body.turnId, reply } } satisfies WireConversationEvent),
    };
  }

  async function* listen(id: ConversationId, after: number, signal: AbortSignal): AsyncGenerator<ServerEvent> {
    const locales = new Map<string, string>();
    for await (const entry of followConversation({ care, feed, pause }, id, 0, signal)) {
      if (entry === 'erased') {
        yield { event: 'erased', data: { conversationId: id } } satisfies WireConversationEvent;
        return;
      }
      if (entry.body.kind === 'turn.started') locales.set(entry.body.turnId, entry.body.locale);
      const event = entry.seq > after ? present(entry, (turnId) => locales.get(turnId) ?? defaultLocale) : null;
      if (event !== null) yield event;
    }
  }

  return new Hono<AppEnv>()
    .get('/v1/conversations/:id', async (c) => {
      const id = authorised(c);
      return c.json(presentConversation(id, await care.history(id), { fixed, defaultLocale }), 200);
    })
    .get('/v1/conversations/:id/events', async (c) => {
      const id = authorised(c);
      const entries = await care.history(id);
      const after = readLastEventId(c) ?? entries.at(-1)?.seq ?? 0;
      const onFailure = failStream(log, c.get('requestId'));
      const stream = streamEvents((signal) => listen(id, after, signal), { stopping, pause, lingerMs: 0, onFailure });
      return c.body(stream, 200, eventStreamHeaders);
    })
    .get('/v1/conversations/:id/export', async (c) => {
      const id = authorised(c);
      const conversation = presentConversation(id, await care.history(id), { fixed, defaultLocale });
      const exportedAt = clock.now().toISOString();
      c.header('Content-Disposition', `attachment; filename="conversation-${id}.json"`);
      return c.json(
        { exportedAt, organisation: organisation.name, conversation } satisfies WireConversationExport,
        200,
      );
    })
    .delete('/v1/conversations/:id', async (c) => {
      const id = authorised(c);
      await care.erase(id);
      feed.wake(id);
      return c.body(null, 204);
    });
}
