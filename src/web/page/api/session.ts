import { record, type Shaped, text } from '../shape.ts';

const key = 'citewell';
const opened = record({ id: text, token: text });

/** The conversation this tab has open. Its token opens it and says nothing; no words are ever kept here. */
export type OpenConversation = Shaped<typeof opened>;

export function rememberConversation(conversation: OpenConversation | null): void {
  try {
    if (conversation === null) sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(conversation));
  } catch {
    // Storage may be switched off: then a reload begins anew, which is all that is lost.
  }
}

export function recallConversation(): OpenConversation | null {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(key) ?? 'null');
    return opened(kept) ? kept : null;
  } catch {
    return null;
  }
}
