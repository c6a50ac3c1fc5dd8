import type { PageState } from './page-state.ts';
import type { Store } from './store.ts';
import { isUnderWay } from './turn.ts';

/** Waits until an earlier question has opened the conversation, so that two quick questions do not open two. */
export function whenOpened(state: Store<PageState>, key: string): Promise<void> {
  const mayGo = (): boolean => {
    const { conversation, turns } = state.get();
    const own = turns.findIndex((turn) => turn.key === key);
    return conversation !== null || !turns.slice(0, own).some(isUnderWay);
  };
  return new Promise((resolve) => {
    if (mayGo()) {
      resolve();
      return;
    }
    const unwatch = state.watch(() => {
      if (!mayGo()) return;
      unwatch();
      resolve();
    });
  });
}
