import { askedLocale } from '../locales/asked-locale.ts';
import { bearer } from './bearer.ts';
import { send } from './send.ts';
import type { OpenConversation } from './session.ts';

export interface Message {
  /** Idempotency key: the same one for every attempt, so that a question is asked once. */
  readonly key: string;
  readonly text: string;
}

/** Asks. `whole` asks for one reply instead of a stream, for networks that hold streams back. */
export function postMessage(
  message: Message,
  conversation: OpenConversation | null,
  { whole, signal }: { whole: boolean; signal: AbortSignal },
): Promise<Response> {
  return send('v1/chat', {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      Accept: whole ? 'application/json' : 'text/event-stream',
      'Idempotency-Key': message.key,
      ...bearer(conversation),
    },
    body: JSON.stringify({
      message: message.text,
      locale: askedLocale(),
      ...(conversation === null ? {} : { conversationId: conversation.id }),
    }),
    signal,
  });
}
