import { getTurnEvents } from '../api/get-turn-events.ts';
import { postMessage } from '../api/post-message.ts';
import { Problem } from '../api/problem.ts';
import { BrokenStream, readEvents } from '../api/read-events.ts';
import { readJson } from '../api/read-json.ts';
import type { OpenConversation } from '../api/session.ts';
import { reply } from '../contract/reply.ts';
import { readTurnEvent, type TurnEvent } from '../contract/turn-event.ts';

import { delayAfter } from './delay-after.ts';
import { pause } from './pause.ts';

export interface Following {
  readonly key: string;
  readonly question: string;
  /** The conversation it is asked in, null for the first question: the same on every attempt, as its key demands. */
  readonly askedIn: OpenConversation | null;
  /** Where the turn was left, when it is taken up again. */
  readonly turnId: string | null;
  readonly lastEventId: string | null;
  readonly signal: AbortSignal;
  /** The conversation as known by now. */
  conversation(): OpenConversation | null;
  hear(event: TurnEvent, id: string | null): void;
  /** It did not come through, or another question is in progress; it will be tried again. */
  onDelay(why: 'broken' | 'in_progress'): void;
}

/**
 * Asks, and follows the answer to its end through broken streams. Resolves once `done` or `error` was heard. Throws the
 * `Problem` that kept it from beginning, or the one it was lost with.
 */
export async function followTurn(following: Following): Promise<void> {
  const { key, question, askedIn, signal, conversation, hear, onDelay } = following;
  let { turnId, lastEventId } = following;
  let newestId = Number(lastEventId ?? 0);
  let failures = 0;
  let waits = 0;
  let isHeldBack = false;

  const open = (): Promise<Response> => {
    const opened = conversation();
    return turnId !== null && opened !== null && !isHeldBack
      ? getTurnEvents(turnId, lastEventId, opened, signal)
      : postMessage({ key, text: question }, askedIn, { whole: isHeldBack, signal });
  };

  for (;;) {
    try {
      const response = await open();
      if (response.status === 204 || response.body === null) {
        lastEventId = null;
        throw new BrokenStream(false);
      }
      if (!response.headers.get('Content-Type')?.startsWith('text/event-stream')) {
        hear({ event: 'done', reply: await readJson(response, reply) }, null);
        return;
      }
      for await (const { event, data, id } of readEvents(response.body)) {
        const heard = readTurnEvent(event ?? 'message', data);
        if (heard === null) continue;
        if (heard.event === 'turn') turnId = heard.turnId;
        lastEventId = id ?? lastEventId;
        if (Number(lastEventId) > newestId) {
          newestId = Number(lastEventId);
          failures = 0;
        }
        hear(heard, lastEventId);
        if (heard.event === 'done' || heard.event === 'error') return;
      }
    } catch (cause) {
      if (signal.aborted) throw cause;
      const delay = delayAfter(cause, { hasBegun: turnId !== null, failures, waits });
      if (delay === null) throw cause instanceof Problem ? cause : new Problem('unreadable', { cause });
      if (delay.why === 'in_progress') waits += 1;
      else failures += 1;
      isHeldBack ||= cause instanceof BrokenStream && cause.wasSilent;
      onDelay(delay.why);
      await pause(delay.ms, signal);
    }
  }
}
