import { type History, history } from '../contract/history.ts';
import { bearer } from './bearer.ts';
import { readJson } from './read-json.ts';
import { send } from './send.ts';
import type { OpenConversation } from './session.ts';

export async function getHistory(conversation: OpenConversation): Promise<History> {
  const path = `v1/conversations/${encodeURIComponent(conversation.id)}`;
  return readJson(await send(path, { headers: bearer(conversation) }), history);
}
