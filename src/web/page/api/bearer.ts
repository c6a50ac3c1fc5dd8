import type { OpenConversation } from './session.ts';

export function bearer(conversation: OpenConversation | null): Record<string, string> {
  return conversation === null ? {} : { Authorization: `Bearer ${conversation.token}` };
}
