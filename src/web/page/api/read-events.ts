import { createParser, type EventSourceMessage } from 'eventsource-parser';

/** The server sends a comment every 15 s; after two missed ones nothing is coming through any more. */
const silenceMs = 35_000;

/** A stream that ended, broke or fell silent. `wasSilent`: something in between may be holding it back. */
export class BrokenStream extends Error {
  readonly wasSilent: boolean;

  constructor(wasSilent: boolean, cause?: unknown) {
    super('The stream broke', { cause });
    this.name = 'BrokenStream';
    this.wasSilent = wasSilent;
  }
}

/** Events in order. Ends with `BrokenStream` unless the caller stops first: a good stream says itself that it is done. */
export async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<EventSourceMessage, never> {
  const heard: EventSourceMessage[] = [];
  const parser = createParser({ onEvent: (event) => heard.push(event) });
  const decoder = new TextDecoder();
  const reader = body.getReader();
  try {
    for (;;) {
      const chunk = await withinSilence(reader.read());
      if (chunk.done) throw new BrokenStream(false);
      parser.feed(decoder.decode(chunk.value, { stream: true }));
      yield* heard.splice(0);
    }
  } catch (cause) {
    throw cause instanceof BrokenStream ? cause : new BrokenStream(false, cause);
  } finally {
    reader.cancel().catch(() => undefined);
  }
}

async function withinSilence<T>(reading: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new BrokenStream(true)), silenceMs);
  });
  try {
    return await Promise.race([reading, silence]);
  } finally {
    clearTimeout(timer);
  }
}
