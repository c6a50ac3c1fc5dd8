import type { TurnEvent } from '#domain/conversation.ts';
import type { ConversationId, TurnId } from '#domain/ids.ts';
import type { WireTurnEvent } from '#wire/turn-event.ts';
import { presentFault } from './present-fault.ts';
import { presentReply } from './present-reply.ts';
import type { ServerEvent } from './stream-events.ts';

export interface TurnStreamContext {
  readonly turnId: TurnId;
  readonly conversationId: ConversationId;
  readonly conversationToken: string | null;
  readonly disclaimer: string;
  readonly withDebug: boolean;
  readonly requestId: string;
}

export function presentTurnEvent(event: TurnEvent, context: TurnStreamContext): ServerEvent {
  return { id: event.n, ...presentPayload(event, context) };
}

function presentPayload(event: TurnEvent, context: TurnStreamContext): WireTurnEvent {
  switch (event.event) {
    case 'turn': {
      const { turnId, conversationId, conversationToken } = context;
      return { event: 'turn', data: { turnId, conversationId, conversationToken, aiGenerated: true } };
    }
    case 'notice':
      return { event: 'notice', data: event.notice };
    case 'sentence': {
      const { index, sentence, sources, reviewed = null } = event;
      return { event: 'sentence', data: { index, ...sentence, sources, reviewed } };
    }
    case 'done':
      // The token was in the `turn` event.
      return { event: 'done', data: presentReply(event.record, { ...context, conversationToken: null }) };
    case 'error':
      return { event: 'error', data: presentFault({ code: event.code, details: {} }, context.requestId) };
  }
}
