import type { ConversationId, TurnId } from '#domain/ids.ts';
import type { Clock } from '#domain/ports.ts';
import type { TurnChannel } from './turn-channel.ts';

interface UnrecordedTurn {
  readonly conversationId: ConversationId;
  readonly channel: TurnChannel;
}

const lifetimeMs = 10 * 60_000;
const maxTurns = 1_000;

/** Escalations that could not be stored: kept just long enough for the person who wrote to be shown them. */
export function createUnrecordedTurns(clock: Clock) {
  const turns = new Map<TurnId, UnrecordedTurn & { readonly addedAtMs: number }>();

  /** The map is in order of arrival, so the oldest come first. */
  function forgetOld(): void {
    const oldest = clock.now().getTime() - lifetimeMs;
    for (const [turnId, { addedAtMs }] of turns) {
      if (addedAtMs >= oldest && turns.size < maxTurns) return;
      turns.delete(turnId);
    }
  }

  return {
    add(turnId: TurnId, turn: UnrecordedTurn): void {
      forgetOld();
      turns.set(turnId, { ...turn, addedAtMs: clock.now().getTime() });
    },
    find: (turnId: TurnId): UnrecordedTurn | undefined => turns.get(turnId),
    forgetConversation(id: ConversationId): void {
      for (const [turnId, turn] of turns) if (turn.conversationId === id) turns.delete(turnId);
    },
  };
}
