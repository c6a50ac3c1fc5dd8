import { Fault } from '#domain/fault.ts';
import type { Append, ConversationStore } from '#domain/ports.ts';

export interface FailingStore extends ConversationStore {
  /** Every method fails while true. */
  isDown: boolean;
  /** Called and waited for before each append; may throw, or set `isDown`. */
  beforeAppend: (unit: Append) => void | Promise<void>;
}

/** A real store that can be made to fail. */
export function createFailingStore(store: ConversationStore): FailingStore {
  const guard = <Args extends unknown[], Result>(method: (...args: Args) => Promise<Result>) => {
    return async (...args: Args): Promise<Result> => {
      if (failing.isDown) throw new Fault('storage_unavailable', 'The disk that holds the database is full.');
      return await method(...args);
    };
  };
  const failing: FailingStore = {
    isDown: false,
    beforeAppend: () => undefined,
    append: async (unit) => {
      await failing.beforeAppend(unit);
      return await guard(store.append)(unit);
    },
    conversation: guard(store.conversation),
    entries: guard(store.entries),
    turn: guard(store.turn),
    turnEntries: guard(store.turnEntries),
    turnByKey: guard(store.turnByKey),
    unfinishedTurns: guard(store.unfinishedTurns),
    reword: guard(store.reword),
    erase: guard(store.erase),
    purge: guard(store.purge),
    ping: guard(store.ping),
  };
  return failing;
}
