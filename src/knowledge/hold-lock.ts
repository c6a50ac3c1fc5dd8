import { setTimeout as wait } from 'node:timers/promises';
import { Fault } from '#domain/fault.ts';
import type { ProcessLock } from '#domain/ports.ts';

export interface HoldLockOptions {
  /** How long to wait for the holder; 0 not at all. */
  readonly waitMs: number;
  readonly signal: AbortSignal;
  /** Called while it waits, with who holds it if that is known. */
  readonly onWait: (holder: string | null) => void;
}

const lookEveryMs = 250;

/** Runs `work` while holding the lock. Faults: `state_conflict` when another process has not let it go in time. */
export async function holdLock<Result>(
  lock: ProcessLock,
  { waitMs, signal, onWait }: HoldLockOptions,
  work: () => Promise<Result>,
): Promise<Result> {
  let waitedMs = 0;
  let release = lock.tryAcquire();
  while (release === null) {
    if (waitedMs >= waitMs) {
      const holder = lock.holder() ?? 'unknown';
      throw new Fault(
        'state_conflict',
        `Another process updates the documents (${holder}). Try again when it has ended.`,
      );
    }
    onWait(lock.holder());
    await wait(lookEveryMs, undefined, { signal });
    waitedMs += lookEveryMs;
    release = lock.tryAcquire();
  }
  try {
    return await work();
  } finally {
    release();
  }
}
