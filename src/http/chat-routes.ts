import { Hono } from 'hono';
import type { AppDeps } from './app-deps.ts';
import type { AppEnv } from './app-env.ts';
import type { ConversationFeed } from './conversation-feed.ts';
import { hear } from './escalation-card.ts';
import { prefersEvents } from './prefers-events.ts';
import { presentReply } from './present-reply.ts';
import { readJson } from './read-json.ts';
import { createStartTurn } from './start-turn.ts';
import { streamTurn } from './stream-turn.ts';

export function chatRoutes(deps: AppDeps, feed: ConversationFeed) {
  const { assistant, settings } = deps;
  const startTurn = createStartTurn(deps, feed);

  return new Hono<AppEnv>().post('/v1/chat', async (c) => {
    const body = await readJson(c);
    const heard = hear(body);
    if (heard !== null && heard.locale !== null) c.set('locale', heard.locale);

    const turn = await startTurn(c, body, heard);
    const context = {
      turnId: turn.turnId,
      conversationId: turn.conversationId,
      conversationToken: turn.conversationToken,
      disclaimer: assistant.fixed.disclaimer(turn.locale),
      withDebug: settings.debugReplies && asksForDebug(body),
      requestId: c.get('requestId'),
    };
    if (prefersEvents(c)) return streamTurn(c, deps, turn.events, context);
    return c.json(presentReply(await turn.record(), context), 200);
  });
}

function asksForDebug(body: unknown): boolean {
  return typeof body === 'object' && body !== null && 'debug' in body && body.debug === true;
}
