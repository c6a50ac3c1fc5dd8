import type { Care } from '#care/care.ts';
import type { Entry } from '#domain/conversation.ts';
import { Fault } from '#domain/fault.ts';
import type { ConversationId } from '#domain/ids.ts';
import type { ConversationFeed } from './conversation-feed.ts';
import type { Pause } from './stream-events.ts';

const lookAgainMs = 15_000;

/**
 * The entries of a conversation after `seq` and then as they are written, until `signal` aborts; `'erased'` is the last
 * thing there is to say of one. Reads the log when woken, and now and then unasked: retention erases without waking.
 */
export async function* followConversation(
  {
    care,
    feed,
    pause,
  }: { readonly care: Pick<Care, 'history'>; readonly feed: ConversationFeed; readonly pause: Pause },
  id: ConversationId,
  seq: number,
  signal: AbortSignal,
): AsyncGenerator<Entry | 'erased'> {
  let after = seq;
  let wake: () => void = () => undefined;
  let isAwake = false;
  const stopListening = feed.listen(id, () => {
    isAwake = true;
    wake();
  });
  try {
    while (!signal.aborted) {
      isAwake = false;
      const entries = await readEntries(care, id);
      if (entries === null) return yield 'erased';
      for (const entry of entries.filter((one) => one.seq > after)) {
        after = entry.seq;
        yield entry;
      }
      const asleep = new AbortController();
      const woken = new Promise<void>((resolve) => {
        wake = resolve;
        signal.addEventListener('abort', () => resolve(), { once: true, signal: asleep.signal });
      });
      if (!isAwake && !signal.aborted) await Promise.race([woken, pause(lookAgainMs, asleep.signal)]);
      asleep.abort();
    }
  } finally {
    stopListening();
  }
}

/** Null once the conversation is erased. */
async function readEntries(care: Pick<Care, 'history'>, id: ConversationId): Promise<readonly Entry[] | null> {
  try {
    return await care.history(id);
  } catch (error) {
    if (error instanceof Fault && error.code === 'erased') return null;
    throw error;
  }
}
