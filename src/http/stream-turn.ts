import { setTimeout as wait } from 'node:timers/promises';
import type { Context } from 'hono';
import type { TurnEvent } from '#domain/conversation.ts';
import { Fault } from '#domain/fault.ts';
import type { AppDeps } from './app-deps.ts';
import type { AppEnv } from './app-env.ts';
import { describeError } from './describe-error.ts';
import { presentFault } from './present-fault.ts';
import { presentTurnEvent, type TurnStreamContext } from './present-turn-event.ts';
import { eventStreamHeaders, type Pause, type ServerEvent, streamEvents } from './stream-events.ts';

export const realPause: Pause = (ms, signal) => wait(ms, undefined, { signal, ref: false });

/** The server stops only once turns have ended; their last events are then still on the way out. */
const lingerMs = 1000;

/** Answers with the events of a turn. Whoever listens or leaves, the turn goes on. */
export function streamTurn(
  c: Context<AppEnv>,
  { stopping, pause = realPause, log }: Pick<AppDeps, 'stopping' | 'pause' | 'log'>,
  events: (signal: AbortSignal) => AsyncIterable<TurnEvent>,
  context: TurnStreamContext,
): Response {
  async function* present(signal: AbortSignal): AsyncGenerator<ServerEvent> {
    for await (const event of events(signal)) yield presentTurnEvent(event, context);
  }
  const onFailure = failStream(log, context.requestId);
  const stream = streamEvents(present, { stopping, pause, lingerMs, onFailure });
  return c.body(stream, 200, eventStreamHeaders);
}

/** A stream that broke, not a turn that failed: without an id, so that the client resumes where it was. */
export function failStream(log: AppDeps['log'], requestId: string): (error: unknown) => ServerEvent {
  return (error) => {
    const fault = error instanceof Fault ? error : new Fault('internal', 'Unexpected error', { cause: error });
    log.error({ requestId, code: fault.code, error: describeError(fault.cause ?? fault) }, 'stream failed');
    return { event: 'error', data: presentFault(fault, requestId) };
  };
}
