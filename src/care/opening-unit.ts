import type { EntryBody, TurnEvent } from '#domain/conversation.ts';
import type { ConversationId, TurnId } from '#domain/ids.ts';
import type { Append } from '#domain/ports.ts';
import type { ConversationState } from '#domain/turn.ts';
import type { IncomingMessage } from './incoming-message.ts';

export const firstEvent: TurnEvent = { n: 1, event: 'turn' };

const untouched: ConversationState = { levelReached: null, amberSigns: [], ownCaseOpen: false };

/** Writes down that a turn has begun, and the conversation with it when the message starts one. */
export function openingUnit(
  { message, locale, claim, conversationId: known }: IncomingMessage,
  { turnId, conversationId }: { turnId: TurnId; conversationId: ConversationId },
): Append {
  const entries: EntryBody[] = [
    { kind: 'turn.started', turnId, message, locale },
    { kind: 'turn.event', turnId, event: firstEvent },
  ];
  const unit = { conversationId, startTurn: { turnId, idempotency: claim }, entries };
  if (known !== null) return unit;
  return {
    ...unit,
    create: { locale, state: untouched },
    entries: [{ kind: 'conversation.started', locale }, ...entries],
  };
}
