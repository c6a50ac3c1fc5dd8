import type { AppDeps } from './app-deps.ts';

export interface ServerEvent {
  /** Absent where the client must not resume from here. */
  readonly id?: number;
  readonly event: string;
  readonly data: unknown;
}

/** Resolves after `ms`; may reject when `signal` aborts. */
export type Pause = (ms: number, signal: AbortSignal) => Promise<unknown>;

export interface EventSourceOptions extends Pick<AppDeps, 'stopping'> {
  readonly pause: Pause;
  /** How long a stopping server leaves the source to come to its own end. */
  readonly lingerMs: number;
  /** The last event of a stream whose source failed. */
  readonly onFailure: (error: unknown) => ServerEvent;
}

const heartbeatMs = 15_000;
const retryMs = 2000;

export const eventStreamHeaders = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-store, no-transform',
  'X-Accel-Buffering': 'no',
};

/**
 * A `text/event-stream` body (WHATWG HTML 9.2). It asks its source for the next event only when the client has taken the
 * last one, so a slow client holds up nothing but itself. Ends when the source does, when the client leaves or when the
 * server stops; the source's signal then aborts.
 */
export function streamEvents(
  open: (signal: AbortSignal) => AsyncIterable<ServerEvent>,
  { stopping, pause, lingerMs, onFailure }: EventSourceOptions,
): ReadableStream<Uint8Array> {
  const over = new AbortController();
  const overed = new Promise<'over'>((resolve) => {
    over.signal.addEventListener('abort', () => resolve('over'), { once: true });
  });
  let source: AsyncIterator<ServerEvent> | null = null;
  let next: Promise<IteratorResult<ServerEvent>> | null = null;

  const end = () => {
    stopping.removeEventListener('abort', endSoon);
    over.abort();
  };
  const endSoon = () => {
    if (lingerMs === 0) return end();
    void pause(lingerMs, over.signal).then(end, end);
  };
  const begin = () => {
    stopping.addEventListener('abort', endSoon, { once: true });
    if (stopping.aborted) endSoon();
    return open(over.signal)[Symbol.asyncIterator]();
  };
  /** The next frame: an event, a heartbeat, or null when the stream is over. */
  const nextFrame = async (iterator: AsyncIterator<ServerEvent>): Promise<string | null> => {
    next ??= iterator.next();
    const beat = new AbortController();
    try {
      const what = await Promise.race([overed, next, pause(heartbeatMs, beat.signal).then(() => 'beat' as const)]);
      if (what === 'beat') return ': still here\n\n';
      if (what === 'over' || what.done) return null;
      next = null;
      return writeEvent(what.value);
    } finally {
      beat.abort();
    }
  };

  let isCancelled = false;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        // Once cancelled the controller is closed and would throw.
        const put = (frame: string) => {
          if (!isCancelled) controller.enqueue(encode(frame));
        };
        if (source === null) {
          source = begin();
          return put(`retry: ${retryMs}\n\n`);
        }
        try {
          const frame = await nextFrame(source);
          if (frame !== null) return put(frame);
        } catch (error) {
          if (!over.signal.aborted) put(writeEvent(onFailure(error)));
        }
        end();
        if (!isCancelled) controller.close();
      },
      cancel() {
        isCancelled = true;
        end();
      },
    },
    { highWaterMark: 0 },
  );
}

/** JSON has no raw line breaks, so one `data:` line holds it whole. */
function writeEvent({ id, event, data }: ServerEvent): string {
  return `${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${JSON.stringify(data)}\n\n`;
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
