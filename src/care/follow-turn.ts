import { setTimeout as pause } from 'node:timers/promises';
import type { TurnEvent } from '#domain/conversation.ts';
import { Fault } from '#domain/fault.ts';
import type { TurnId } from '#domain/ids.ts';
import type { ConversationStore } from '#domain/ports.ts';
import type { TurnRecord } from '#domain/turn.ts';
import { findConversation } from './find-conversation.ts';
import { isLast } from './turn-channel.ts';
import type { TurnMemory } from './turn-memory.ts';

/** How often the log is read for a turn that runs in another process. */
const pollMs = 250;

/**
 * A turn of this process is followed in memory, where an event stands only once it is recorded; any other is read from
 * the log until that holds its last event.
 */
export function createFollowTurn(store: ConversationStore, memory: TurnMemory) {
  async function recorded(turnId: TurnId): Promise<{ running: boolean; events: TurnEvent[] }> {
    const turn = await store.turn(turnId);
    if (turn === null) throw new Fault('not_found', 'There is no such turn.');
    await findConversation(store, turn.conversationId);
    const entries = await store.turnEntries(turnId);
    return {
      running: turn.running,
      events: entries.flatMap(({ body }) => (body.kind === 'turn.event' ? [body.event] : [])),
    };
  }

  return async function* follow(turnId: TurnId, after: number, signal: AbortSignal): AsyncGenerator<TurnEvent> {
    for (let seen = after; !signal.aborted; ) {
      const known = memory.find(turnId);
      if (known !== null) return yield* known.channel.follow(seen, signal);
      const { running, events } = await recorded(turnId);
      for (const event of events.filter(({ n }) => n > seen)) {
        if (signal.aborted) return;
        seen = event.n;
        yield event;
      }
      if (!running || events.some(isLast)) return;
      await pause(pollMs, undefined, { signal }).catch(() => undefined);
    }
  };
}

/** The record a turn ended with, or the fault it ended with thrown. */
export async function lastRecord(events: AsyncIterable<TurnEvent>): Promise<TurnRecord> {
  for await (const event of events) {
    if (event.event === 'done') return event.record;
    if (event.event === 'error') throw new Fault(event.code, 'The turn ended without a result.');
  }
  throw new Fault('internal', 'The turn has no recorded end.');
}
