import type { TurnEvent } from '#domain/conversation.ts';
import type { Fault } from '#domain/fault.ts';
import type { ConversationId, TurnId } from '#domain/ids.ts';
import type { TurnResult } from '#domain/turn.ts';
import type { TurnChannel } from './turn-channel.ts';

/** A turn as far as it has come. */
export interface TurnSoFar {
  readonly turnId: TurnId;
  readonly conversationId: ConversationId;
  readonly events: readonly TurnEvent[];
}

/** A turn of this process that has not ended. */
export interface RunningTurn {
  readonly turnId: TurnId;
  readonly conversationId: ConversationId;
  readonly message: string;
  readonly locale: string;
  /** What the red-flag rules said of the message: the way the turn ends if nothing else works. */
  readonly flagged: TurnResult | null;
  readonly channel: TurnChannel;
  readonly signal: AbortSignal;
  abort(reason: Fault): void;
  /** Resolves when the turn has ended, however it ended. */
  readonly ended: Promise<void>;
}

export function createRunningTurns() {
  const turns = new Map<TurnId, RunningTurn>();

  return {
    add(turn: RunningTurn): void {
      turns.set(turn.turnId, turn);
    },
    remove(turnId: TurnId): void {
      turns.delete(turnId);
    },
    find: (turnId: TurnId): RunningTurn | undefined => turns.get(turnId),
    all: (): readonly RunningTurn[] => [...turns.values()],
    ofConversation: (id: ConversationId): readonly RunningTurn[] =>
      [...turns.values()].filter((turn) => turn.conversationId === id),
  };
}
