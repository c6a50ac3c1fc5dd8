/** Resolves when it is the caller's turn to go on. */
export type GiveWay = () => Promise<void>;

/**
 * Lets timers, sockets and other turns in between the steps of a turn: of all steps that wait, each round of the event
 * loop goes on with one. Without it, vectors that arrive faster than answers are composed keep the loop from anything else.
 */
export function createGiveWay(): GiveWay {
  const waiting: Array<() => void> = [];
  function next(): void {
    waiting.shift()?.();
    if (waiting.length > 0) setImmediate(next);
  }
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      if (waiting.length === 1) setImmediate(next);
    });
}
