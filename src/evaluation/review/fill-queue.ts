import type { Entry } from '#domain/conversation.ts';
import type { ReviewItemId } from '#domain/ids.ts';
import type { Outcome } from '#domain/outcome.ts';
import { chooseTurn } from './choose-turns.ts';
import type { ReviewDeps } from './review.ts';

const batch = 200;
/** Of one call: the rest waits for the next, so that nobody waits long for the queue. */
const maxBatches = 5;

/**
 * Brings into the queue what belongs there since it was last asked: of the turns that have ended those that are chosen, and
 * every turn whose latest rating is down.
 */
export async function fillQueue({ store, log, ids, shares }: Pick<ReviewDeps, 'store' | 'log' | 'ids' | 'shares'>) {
  const nextId = () => ids.next() as ReviewItemId;
  for (let done = 0; done < maxBatches; done += 1) {
    const turns = await store.unconsidered(batch);
    const chosen = [];
    for (const { turnId } of turns) {
      const kind = outcomeOf(await log.turnEntries(turnId));
      const cause = kind === null ? null : chooseTurn(turnId, kind, shares);
      if (cause !== null) chosen.push({ id: nextId(), turnId, cause });
    }
    await store.addTurns({ chosen, considered: turns.map(({ turnId }) => turnId) });
    if (turns.length < batch) break;
  }
  for (let done = 0; done < maxBatches; done += 1) {
    const down = await store.thumbsDown(batch);
    const chosen = down.map(({ turnId }) => ({ id: nextId(), turnId, cause: 'thumbs_down' as const }));
    await store.addTurns({ chosen, considered: [] });
    if (down.length < batch) return;
  }
}

/** Null for a turn that ended without a result: there is nothing to review. */
function outcomeOf(entries: readonly Entry[]): Outcome['kind'] | null {
  for (const { body } of entries) {
    if (body.kind === 'turn.event' && body.event.event === 'done') return body.event.record.result.outcome.kind;
  }
  return null;
}
