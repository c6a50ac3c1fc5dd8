import { bearer } from './bearer.ts';
import { send } from './send.ts';
import type { OpenConversation } from './session.ts';

export async function cancelTurn(turnId: string, conversation: OpenConversation): Promise<void> {
  await send(`v1/turns/${encodeURIComponent(turnId)}/cancel`, { method: 'POST', headers: bearer(conversation) });
}
