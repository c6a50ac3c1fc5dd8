import { Fault, type FaultCode } from '#domain/fault.ts';
import type { TurnResult } from '#domain/turn.ts';
import { answerTurn } from './answer-turn.ts';
import { asFault } from './as-fault.ts';
import type { CareDeps } from './care-deps.ts';
import { concludeInConversation } from './conclude-in-conversation.ts';
import { type Conclusion, concludeWithFault } from './conclude-turn.ts';
import { concludeUnrecorded } from './conclude-unrecorded.ts';
import { describeError } from './describe-error.ts';
import type { RunningTurn, TurnSoFar } from './running-turns.ts';
import type { TurnMemory } from './turn-memory.ts';

const soFar = ({ turnId, conversationId, channel }: RunningTurn): TurnSoFar => ({
  turnId,
  conversationId,
  events: channel.events,
});

/** There is no log left to write to. */
const isGone = (code: FaultCode): boolean => code === 'erased' || code === 'not_found';

/**
 * Runs a started turn to its end. Never rejects: every way out publishes the one last event. A flagged turn ends with
 * its card even if it was cancelled, took too long, or nothing could be recorded.
 */
export function createTurnRunner(deps: CareDeps, memory: TurnMemory) {
  const { store, turnTimeoutMs, log } = deps;

  async function record(turn: RunningTurn, { unit, events }: Conclusion): Promise<void> {
    await store.append(unit);
    for (const event of events) turn.channel.publish(event);
  }

  async function recordFailure(turn: RunningTurn, escalation: TurnResult | null, code: FaultCode): Promise<void> {
    const conclusion =
      escalation === null
        ? concludeWithFault(soFar(turn), code)
        : await concludeInConversation(deps, soFar(turn), escalation, null);
    await record(turn, conclusion);
  }

  function keepInMemory(turn: RunningTurn, escalation: TurnResult | null, code: FaultCode): void {
    const { turnId, conversationId, channel } = turn;
    const { events, unit } = concludeUnrecorded(deps, soFar(turn), escalation, code);
    if (!isGone(code)) memory.unsettled.add(turnId, { conversationId, channel, unit });
    for (const event of events) channel.publish(event);
  }

  async function endAfterFailure(turn: RunningTurn, escalation: TurnResult | null, error: unknown): Promise<void> {
    const { turnId, conversationId } = turn;
    const { code } = asFault(turn.signal.aborted ? turn.signal.reason : error);
    log.warn({ turnId, conversationId, code, error: describeError(error) }, 'turn failed');
    try {
      await recordFailure(turn, escalation, code);
    } catch (recordError) {
      const recordCode = asFault(recordError).code;
      log.error({ turnId, conversationId, code: recordCode, error: describeError(recordError) }, 'end not recorded');
      keepInMemory(turn, escalation, isGone(recordCode) ? recordCode : code);
    }
  }

  return async (turn: RunningTurn): Promise<void> => {
    const timer = setTimeout(() => turn.abort(new Fault('overloaded', 'The turn took too long.')), turnTimeoutMs);
    let escalation = turn.flagged;
    try {
      const { result, startedFrom } = await answerTurn(deps, turn);
      if (result.outcome.kind === 'escalated') escalation = result;
      await record(turn, await concludeInConversation(deps, soFar(turn), result, startedFrom));
    } catch (error) {
      await endAfterFailure(turn, escalation, error);
    } finally {
      clearTimeout(timer);
      memory.running.remove(turn.turnId);
    }
  };
}
