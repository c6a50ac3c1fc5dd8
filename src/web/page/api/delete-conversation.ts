import { bearer } from './bearer.ts';
import { Problem } from './problem.ts';
import { send } from './send.ts';
import type { OpenConversation } from './session.ts';

/** Resolves when the conversation is gone, also when it was gone before. */
export async function deleteConversation(conversation: OpenConversation): Promise<void> {
  try {
    await send(`v1/conversations/${encodeURIComponent(conversation.id)}`, {
      method: 'DELETE',
      headers: bearer(conversation),
    });
  } catch (cause) {
    if (cause instanceof Problem && ['erased', 'not_found'].includes(cause.code)) return;
    throw cause;
  }
}
