import type { Entry } from '#domain/conversation.ts';
import type { StoredTurn } from '#domain/ports.ts';
import { asFault } from './as-fault.ts';
import type { CareDeps } from './care-deps.ts';
import { concludeInConversation } from './conclude-in-conversation.ts';
import { type Conclusion, concludeWithFault } from './conclude-turn.ts';
import { describeError } from './describe-error.ts';
import type { TurnSoFar } from './running-turns.ts';
import { screenForEscalation } from './screen-for-escalation.ts';
import type { TurnMemory } from './turn-memory.ts';

/**
 * Ends the turns a stopped process left running: with the fault `internal`, or, when the message was flagged, with its
 * card and an urgent handoff. One that cannot be ended is reported and left.
 */
export async function recoverTurns(deps: CareDeps, memory: TurnMemory): Promise<number> {
  const { store, log } = deps;
  await memory.unsettled.settle();
  let count = 0;
  for (const turn of await store.unfinishedTurns()) {
    if (memory.find(turn.turnId) !== null) continue;
    try {
      const { unit } = await concludeLeftTurn(deps, turn, await store.turnEntries(turn.turnId));
      await store.append(unit);
      count += 1;
    } catch (error) {
      const { turnId } = turn;
      log.error({ turnId, code: asFault(error).code, error: describeError(error) }, 'turn could not be ended');
    }
  }
  if (count > 0) log.warn({ count }, 'ended turns that a stopped process left running');
  return count;
}

async function concludeLeftTurn(deps: CareDeps, turn: StoredTurn, entries: readonly Entry[]): Promise<Conclusion> {
  const { turnId, conversationId } = turn;
  const events = entries.flatMap(({ body }) => (body.kind === 'turn.event' ? [body.event] : []));
  const soFar: TurnSoFar = { turnId, conversationId, events };
  const started = entries.map(({ body }) => body).find((body) => body.kind === 'turn.started');
  const flagged = started === undefined ? null : screenForEscalation(deps, started.message, started.locale);
  if (flagged === null) return concludeWithFault(soFar, 'internal');
  return await concludeInConversation(deps, soFar, flagged, null);
}
