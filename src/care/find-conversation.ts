import { Fault } from '#domain/fault.ts';
import type { ConversationId } from '#domain/ids.ts';
import type { ConversationStore, StoredConversation } from '#domain/ports.ts';

/** Faults: `not_found`, `erased`, and those of the store. */
export async function findConversation(store: ConversationStore, id: ConversationId): Promise<StoredConversation> {
  return refuseMissing(await store.conversation(id));
}

export function refuseMissing(conversation: StoredConversation | null): StoredConversation {
  if (conversation === null) throw new Fault('not_found', 'There is no such conversation.');
  if (conversation.erasedAt !== null) throw new Fault('erased', 'This conversation was erased.');
  return conversation;
}
