import { bearer } from './bearer.ts';
import { send } from './send.ts';
import type { OpenConversation } from './session.ts';

/** Has the server keep the turn without what was told too much. Throws a `Problem`. */
export async function trimTurn(turnId: string, conversation: OpenConversation): Promise<void> {
  await send(`v1/turns/${encodeURIComponent(turnId)}/trim`, { method: 'POST', headers: bearer(conversation) });
}
