import type { ConversationId, TurnId } from '#domain/ids.ts';
import type { Append, ConversationStore } from '#domain/ports.ts';
import { asFault } from './as-fault.ts';
import type { CareLog } from './care-log.ts';
import type { TurnChannel } from './turn-channel.ts';

interface UnsettledEnd {
  readonly conversationId: ConversationId;
  readonly channel: TurnChannel;
  readonly unit: Append;
}

/**
 * Turns that ended while the store was down. Until their end is written, the store believes that they run and refuses
 * their conversation's next message; so it is written before the next message of anyone is.
 */
export function createUnsettledEnds({ store, log }: { store: ConversationStore; log: CareLog }) {
  const ends = new Map<TurnId, UnsettledEnd>();

  return {
    add(turnId: TurnId, end: UnsettledEnd): void {
      ends.set(turnId, end);
    },
    find: (turnId: TurnId): UnsettledEnd | undefined => ends.get(turnId),
    forgetConversation(id: ConversationId): void {
      for (const [turnId, end] of ends) if (end.conversationId === id) ends.delete(turnId);
    },
    /** Never rejects; stops at the first sign that the store is still down. */
    async settle(): Promise<void> {
      for (const [turnId, { unit }] of [...ends]) {
        try {
          await store.append(unit);
        } catch (error) {
          const { code } = asFault(error);
          if (code === 'storage_unavailable') return;
          log.warn({ turnId, code }, 'the end of a turn can no longer be recorded');
        }
        ends.delete(turnId);
      }
    },
  };
}
