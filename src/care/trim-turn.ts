import { Fault } from '#domain/fault.ts';
import type { TurnId } from '#domain/ids.ts';
import type { CareDeps } from './care-deps.ts';
import { findConversation } from './find-conversation.ts';
import { trimEntries } from './trim-entry.ts';
import type { TurnMemory } from './turn-memory.ts';

/**
 * Takes out of everything stored of a turn what its message told too much. Nothing is left to take out the second time; the
 * store is asked all the same, which finishes a trim that failed half-way.
 */
export async function trimTurn(
  { store, assistant }: Pick<CareDeps, 'store' | 'assistant'>,
  memory: TurnMemory,
  turnId: TurnId,
): Promise<void> {
  if (memory.running.find(turnId) !== undefined) refuseRunning(turnId);
  await memory.unsettled.settle();
  if (memory.unsettled.find(turnId) !== undefined) {
    throw new Fault('storage_unavailable', 'The end of the turn could not be written yet.');
  }
  const stored = await store.turn(turnId);
  if (stored === null) {
    // An escalation that was shown and never stored: there is nothing to take out.
    if (memory.unrecorded.find(turnId) !== undefined) return;
    throw new Fault('not_found', 'There is no such turn.');
  }
  await findConversation(store, stored.conversationId);
  if (stored.running) refuseRunning(turnId);
  const bodies = (await store.turnEntries(turnId)).map(({ body }) => body);
  const message = bodies.find((body) => body.kind === 'turn.started')?.message ?? '';
  const told = bodies
    .flatMap((body) => (body.kind === 'turn.event' && body.event.event === 'done' ? [body.event.record.result] : []))
    .at(-1)?.tooMuch;
  const spans = (told?.spans ?? assistant.findTooMuch(message)).map(({ span }) => span);
  await store.reword(turnId, trimEntries(message, spans));
}

function refuseRunning(turnId: TurnId): never {
  throw new Fault('turn_in_progress', 'The turn is still being answered.', { details: { turnId } });
}
