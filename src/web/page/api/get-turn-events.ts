import { bearer } from './bearer.ts';
import { send } from './send.ts';
import type { OpenConversation } from './session.ts';

/** The events of a turn after `lastEventId`, or from the first. 204 when there are none any more. */
export function getTurnEvents(
  turnId: string,
  lastEventId: string | null,
  conversation: OpenConversation,
  signal: AbortSignal,
): Promise<Response> {
  return send(`v1/turns/${encodeURIComponent(turnId)}/events`, {
    headers: {
      Accept: 'text/event-stream',
      ...bearer(conversation),
      ...(lastEventId === null ? {} : { 'Last-Event-ID': lastEventId }),
    },
    signal,
  });
}
