import { Fault } from '#domain/fault.ts';
import type { TurnId } from '#domain/ids.ts';
import type { ConversationStore } from '#domain/ports.ts';
import type { TurnMemory } from './turn-memory.ts';

/**
 * Stops a turn and waits for its end, which is the fault `state_conflict`: it was asked for, and neither broke nor ran
 * out of time. Nothing happens to a turn that has ended.
 */
export async function cancelTurn(store: ConversationStore, memory: TurnMemory, turnId: TurnId): Promise<void> {
  const running = memory.running.find(turnId);
  if (running !== undefined) {
    running.abort(new Fault('state_conflict', 'The turn was cancelled.'));
    return await running.ended;
  }
  if (memory.find(turnId) !== null) return;
  const stored = await store.turn(turnId);
  if (stored === null) throw new Fault('not_found', 'There is no such turn.');
  if (stored.running) throw new Fault('state_conflict', 'The turn runs in another process.');
}
