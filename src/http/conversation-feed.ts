import type { ConversationId } from '#domain/ids.ts';

/**
 * Wakes the live streams of a conversation when its log may have grown. A wake-up is only a hint: streams read the log
 * itself, and also look at it with every heartbeat.
 */
export interface ConversationFeed {
  wake(id: ConversationId): void;
  /** Wakes once the turn has ended, however it ended. */
  watch(id: ConversationId, turn: Promise<unknown>): void;
  /** Gives the way to stop listening. */
  listen(id: ConversationId, onWake: () => void): () => void;
}

export function createConversationFeed(): ConversationFeed {
  const listeners = new Map<ConversationId, Set<() => void>>();
  const wake = (id: ConversationId) => {
    for (const onWake of listeners.get(id) ?? []) onWake();
  };
  return {
    wake,
    watch(id, turn) {
      // Who asked for the turn is told how it failed; here only its end matters.
      void turn.then(
        () => wake(id),
        () => wake(id),
      );
    },
    listen(id, onWake) {
      const those = listeners.get(id) ?? new Set();
      listeners.set(id, those.add(onWake));
      return () => {
        those.delete(onWake);
        if (those.size === 0) listeners.delete(id);
      };
    },
  };
}
