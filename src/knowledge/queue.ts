export interface Queue {
  /** Runs tasks one after the other; one that fails does not stop the next. */
  run<Result>(task: () => Promise<Result>): Promise<Result>;
  isBusy(): boolean;
  /** Settles when nothing runs or waits any more. */
  idle(): Promise<void>;
}

export function createQueue(): Queue {
  let last: Promise<unknown> = Promise.resolve();
  let pending = 0;
  return {
    run(task) {
      pending += 1;
      const result = last.then(task).finally(() => {
        pending -= 1;
      });
      last = result.catch(() => undefined);
      return result;
    },
    isBusy: () => pending > 0,
    async idle() {
      await last;
    },
  };
}
