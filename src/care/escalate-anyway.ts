import type { Fault, FaultCode } from '#domain/fault.ts';
import type { ConversationId, TurnId } from '#domain/ids.ts';
import type { TurnResult } from '#domain/turn.ts';
import type { StartedTurn } from './care.ts';
import type { CareDeps } from './care-deps.ts';
import { concludeInConversation } from './conclude-in-conversation.ts';
import { concludeWithResult } from './conclude-turn.ts';
import { concludeUnrecorded } from './conclude-unrecorded.ts';
import type { ConversationTokens } from './conversation-token.ts';
import { decideHandoff } from './decide-handoff.ts';
import { describeError } from './describe-error.ts';
import type { IncomingMessage } from './incoming-message.ts';
import { firstEvent, openingUnit } from './opening-unit.ts';
import type { TurnSoFar } from './running-turns.ts';
import { createTurnChannel } from './turn-channel.ts';
import type { TurnMemory } from './turn-memory.ts';

/** Refusals that say nothing against writing the turn down. */
const recordable: ReadonlySet<FaultCode> = new Set(['turn_in_progress', 'overloaded', 'too_many_turns']);

/**
 * A flagged message outranks every limit: refused as a turn that runs, it becomes a turn that is over at once, recorded
 * beside whatever else runs; and if it cannot be recorded, one that only this process knows.
 */
export function createEscalateAnyway(deps: CareDeps, memory: TurnMemory, tokens: ConversationTokens) {
  const { store, clock, ids, log } = deps;

  async function record(incoming: IncomingMessage, turn: TurnSoFar, flagged: TurnResult): Promise<void> {
    const opening = openingUnit(incoming, turn);
    const { unit } =
      incoming.conversationId === null
        ? concludeWithResult(turn, flagged, {
            recorded: true,
            handoff: decideHandoff(flagged.outcome, null, ids),
            state: flagged.state,
            finishedAt: clock.now().toISOString(),
          })
        : await concludeInConversation(deps, turn, flagged, null);
    await store.append({ ...opening, ...unit, entries: [...opening.entries, ...unit.entries] });
  }

  async function isRecorded(incoming: IncomingMessage, turn: TurnSoFar, flagged: TurnResult, code: FaultCode) {
    if (!recordable.has(code)) return false;
    try {
      await record(incoming, turn, flagged);
      return true;
    } catch (error) {
      log.warn({ turnId: turn.turnId, error: describeError(error) }, 'escalation not recorded beside the running turn');
      return false;
    }
  }

  return async (incoming: IncomingMessage, flagged: TurnResult, { code }: Fault): Promise<StartedTurn> => {
    const turnId = ids.next() as TurnId;
    const conversationId = incoming.conversationId ?? (ids.next() as ConversationId);
    const turn: TurnSoFar = { turnId, conversationId, events: [firstEvent] };
    if (!(await isRecorded(incoming, turn, flagged, code))) {
      log.error({ turnId, conversationId, code }, 'escalation shown without being recorded');
      const { events } = concludeUnrecorded(deps, turn, flagged, code);
      memory.unrecorded.add(turnId, { conversationId, channel: createTurnChannel([firstEvent, ...events]) });
    }
    const conversationToken = incoming.conversationId === null ? tokens.tokenFor(conversationId) : null;
    return { turnId, conversationId, conversationToken };
  };
}
