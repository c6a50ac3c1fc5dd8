import { Fault } from '#domain/fault.ts';
import type { ConversationId } from '#domain/ids.ts';
import type { CareDeps } from './care-deps.ts';
import type { TurnMemory } from './turn-memory.ts';

/**
 * Stops what runs in a conversation and erases it. One that is erased already is erased again, which finishes an erasure
 * that failed half-way, and is then the fault `erased`.
 */
export async function eraseConversation(
  { store, clock }: Pick<CareDeps, 'store' | 'clock'>,
  memory: TurnMemory,
  id: ConversationId,
): Promise<void> {
  const before = await store.conversation(id);
  const turns = memory.running.ofConversation(id);
  for (const turn of turns) turn.abort(new Fault('erased', 'This conversation was erased.'));
  await Promise.all(turns.map((turn) => turn.ended));
  memory.unsettled.forgetConversation(id);
  memory.unrecorded.forgetConversation(id);
  await store.erase(id, clock.now());
  if (before !== null && before.erasedAt !== null) throw new Fault('erased', 'This conversation was erased before.');
}
