import type { ConversationId, TurnId } from '#domain/ids.ts';
import type { CareDeps } from './care-deps.ts';
import { createRunningTurns } from './running-turns.ts';
import type { TurnChannel } from './turn-channel.ts';
import { createUnrecordedTurns } from './unrecorded-turns.ts';
import { createUnsettledEnds } from './unsettled-ends.ts';

interface RememberedTurn {
  readonly conversationId: ConversationId;
  readonly channel: TurnChannel;
  readonly running: boolean;
}

/** What this process knows of turns and the log does not: those that run, and those it could not write down. */
export function createTurnMemory(deps: Pick<CareDeps, 'clock' | 'store' | 'log'>) {
  const running = createRunningTurns();
  const unsettled = createUnsettledEnds(deps);
  const unrecorded = createUnrecordedTurns(deps.clock);

  return {
    running,
    unsettled,
    unrecorded,
    find(turnId: TurnId): RememberedTurn | null {
      const live = running.find(turnId);
      const turn = live ?? unsettled.find(turnId) ?? unrecorded.find(turnId);
      if (turn === undefined) return null;
      return { conversationId: turn.conversationId, channel: turn.channel, running: live !== undefined };
    },
  };
}

export type TurnMemory = ReturnType<typeof createTurnMemory>;
