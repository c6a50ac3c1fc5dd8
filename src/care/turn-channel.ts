import type { TurnEvent } from '#domain/conversation.ts';

/** The events of one turn of this process, in order, for any number of followers at their own pace. */
export interface TurnChannel {
  readonly events: readonly TurnEvent[];
  publish(event: TurnEvent): void;
  follow(after: number, signal: AbortSignal): AsyncIterable<TurnEvent>;
}

export function isLast(event: TurnEvent): boolean {
  return event.event === 'done' || event.event === 'error';
}

/** Followers read the list by position and keep nothing else, so a slow one neither loses nor repeats an event. */
export function createTurnChannel(published: readonly TurnEvent[] = []): TurnChannel {
  const events = [...published];
  const waiting = new Set<() => void>();

  function nextEvent(signal: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        waiting.delete(wake);
        signal.removeEventListener('abort', wake);
        resolve();
      };
      waiting.add(wake);
      signal.addEventListener('abort', wake);
    });
  }

  return {
    events,
    publish(event) {
      events.push(event);
      for (const wake of [...waiting]) wake();
    },
    async *follow(after, signal) {
      for (let position = 0; !signal.aborted; ) {
        const event = events[position];
        if (event === undefined) {
          await nextEvent(signal);
          continue;
        }
        position += 1;
        if (event.n > after) yield event;
        if (isLast(event)) return;
      }
    },
  };
}
