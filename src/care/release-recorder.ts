import type { TurnEvent } from '#domain/conversation.ts';
import { Fault } from '#domain/fault.ts';
import type { ConversationStore } from '#domain/ports.ts';
import type { Release } from '#domain/turn.ts';
import type { RunningTurn } from './running-turns.ts';

/**
 * Writes each release down before anyone sees it, one after the other. After one that failed, or an abort, every later
 * one fails too.
 */
export function createReleaseRecorder(store: ConversationStore, turn: RunningTurn) {
  const { turnId, conversationId, channel, signal } = turn;
  let last: Promise<void> = Promise.resolve();
  let isClosed = false;

  async function record(piece: Release): Promise<void> {
    signal.throwIfAborted();
    const event = toEvent(channel.events.length + 1, piece);
    await store.append({ conversationId, entries: [{ kind: 'turn.event', turnId, event }] });
    channel.publish(event);
  }

  return {
    release(piece: Release): Promise<void> {
      const isLate = isClosed;
      last = last.then(() => {
        if (isLate) throw new Fault('state_conflict', 'The turn has ended.');
        return record(piece);
      });
      // An assistant that was given up may not be listening; unheard, its failure must not end the process.
      last.catch(() => undefined);
      return last;
    },
    /** Takes nothing more, and waits for what is under way. Rejects with the first failure. */
    close(): Promise<void> {
      isClosed = true;
      return last;
    },
  };
}

function toEvent(n: number, piece: Release): TurnEvent {
  if (piece.type === 'notice') return { n, event: 'notice', notice: piece.notice };
  const { type: _type, ...sentence } = piece;
  return { n, event: 'sentence', ...sentence };
}
