import { isDeepStrictEqual } from 'node:util';
import type { ConversationState, TurnResult } from '#domain/turn.ts';
import type { CareDeps } from './care-deps.ts';
import { type Conclusion, concludeWithResult } from './conclude-turn.ts';
import { decideHandoff } from './decide-handoff.ts';
import { findConversation } from './find-conversation.ts';
import { joinStates } from './join-states.ts';
import { openHandoff } from './open-handoff.ts';
import type { TurnSoFar } from './running-turns.ts';

/**
 * How a turn ends in a recorded conversation: with the handoff that belongs to its outcome, and a state that keeps what
 * an escalation recorded meanwhile has found. `startedFrom` is null when the result was reached from no state at all.
 */
export async function concludeInConversation(
  { store, clock, ids }: Pick<CareDeps, 'store' | 'clock' | 'ids'>,
  turn: TurnSoFar,
  result: TurnResult,
  startedFrom: ConversationState | null,
): Promise<Conclusion> {
  const { state } = await findConversation(store, turn.conversationId);
  const open = openHandoff(await store.entries(turn.conversationId));
  return concludeWithResult(turn, result, {
    recorded: true,
    handoff: decideHandoff(result.outcome, open, ids),
    state: isDeepStrictEqual(state, startedFrom) ? result.state : joinStates(state, result.state),
    finishedAt: clock.now().toISOString(),
  });
}
