import type { Context } from 'hono';
import type { TurnEvent } from '#domain/conversation.ts';
import type { ConversationId, TurnId } from '#domain/ids.ts';
import type { TurnRecord, TurnResult } from '#domain/turn.ts';
import { chatRequestSchema } from '#wire/chat-request.ts';
import type { AppDeps } from './app-deps.ts';
import type { AppEnv } from './app-env.ts';
import { requireConversation } from './bearer.ts';
import { checkRequest } from './check-request.ts';
import { createClientAddress } from './client-address.ts';
import type { ConversationFeed } from './conversation-feed.ts';
import { describeError } from './describe-error.ts';
import { eventsOfCard, findRedFlag, type Heard, recordOfCard, withCard } from './escalation-card.ts';
import { readIdempotency } from './idempotency.ts';
import { createRateLimit } from './limit-rate.ts';
import { notReady } from './not-ready.ts';
import { readTurnLocale } from './turn-locale.ts';

/** A message that is being answered, whether it could be stored or not. */
export interface OpenTurn {
  readonly turnId: TurnId;
  readonly conversationId: ConversationId;
  readonly conversationToken: string | null;
  readonly locale: string;
  events(signal: AbortSignal): AsyncIterable<TurnEvent>;
  record(): Promise<TurnRecord>;
}

export type StartTurn = (c: Context<AppEnv>, body: unknown, heard: Heard | null) => Promise<OpenTurn>;

/**
 * Posts a message. Whatever it is refused for, a message with a red flag is answered with the card: its turn is then not
 * stored. That includes a message that is too long, too many, too early or not its sender's conversation.
 */
export function createStartTurn(deps: AppDeps, feed: ConversationFeed): StartTurn {
  const { care, knowledge, organisation, settings, clock, ids, log } = deps;
  const addressOf = createClientAddress(settings.trustedProxies);
  const limitClient = createRateLimit(settings.rateLimitPerMinute);
  const limitConversation = createRateLimit(settings.rateLimitPerMinute);

  const post: StartTurn = async (c, body, heard) => {
    const request = checkRequest(chatRequestSchema, body);
    const idempotency = readIdempotency(c, request);
    const conversationId =
      request.conversationId === undefined ? null : requireConversation(c, care, request.conversationId);
    await limitClient(addressOf(c));
    if (conversationId !== null) await limitConversation(conversationId);
    const readiness = knowledge.readiness();
    if (!readiness.ready && findRedFlag(heard, deps) === null) throw notReady(readiness);

    const isFirst = conversationId === null;
    const asked = request.locale ?? (isFirst || organisation.locales.length === 1 ? organisation.locales[0] : null);
    const started = await care.post({ message: request.message, conversationId, locale: asked, idempotency });
    feed.watch(started.conversationId, care.finished(started.turnId));
    const locale = asked ?? (await readTurnLocale(deps, started.conversationId, started.turnId));

    const card = () => {
      const found = findRedFlag(heard, deps);
      return found && recordOfCard(found, started, clock.now());
    };
    return {
      ...started,
      locale,
      events: (signal) => withCard(care.follow(started.turnId, 0, signal), card),
      record: () =>
        care.finished(started.turnId).catch((error: unknown) => {
          const record = card();
          if (record === null) throw error;
          return record;
        }),
    };
  };

  const answerUnstored = (card: TurnResult, heard: Heard | null): OpenTurn => {
    const made = { conversationId: ids.next() as ConversationId, turnId: ids.next() as TurnId };
    const record = recordOfCard(card, made, clock.now());
    return {
      ...made,
      conversationToken: null,
      locale: heard?.locale ?? organisation.locales[0],
      events: () => eventsOfCard(record),
      record: async () => record,
    };
  };

  return async (c, body, heard) => {
    try {
      return await post(c, body, heard);
    } catch (refusal) {
      const card = findRedFlag(heard, deps);
      if (card === null) throw refusal;
      log.warn(
        { requestId: c.get('requestId'), error: describeError(refusal) },
        'red flag answered without storing it',
      );
      return answerUnstored(card, heard);
    }
  };
}
