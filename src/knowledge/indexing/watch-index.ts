import { setInterval } from 'node:timers';
import { Fault } from '#domain/fault.ts';
import type { KnowledgeLog } from '#knowledge/knowledge-log.ts';
import type { IndexInUse } from './index-in-use.ts';

export interface WatchIndexDeps {
  readonly inUse: IndexInUse;
  /** Whether this process is changing documents or index itself. */
  readonly isBusy: () => boolean;
  /** Builds the index of what is in force; rejects with `state_conflict` while another process is at it. */
  readonly rebuild: () => Promise<void>;
  readonly log: KnowledgeLog;
  readonly signal: AbortSignal;
  readonly onSwap: () => void;
}

const lookEveryMs = 1_000;

/** What could not be mended is tried again after this. */
const retryAfterMs = 60_000;

/** Keeps the index of a running server in step with other processes, until `signal`. */
export function watchIndex({ inUse, isBusy, rebuild, log, signal, onSwap }: WatchIndexDeps): void {
  let seen = inUse.current();
  let isLooking = false;
  let waitMs = retryAfterMs;

  async function look(): Promise<void> {
    waitMs -= lookEveryMs;
    if (isBusy()) return;
    if (waitMs <= 0 || (await inUse.isOutdated())) {
      waitMs = retryAfterMs;
      if ((await inUse.adopt()) !== null) await rebuild();
    }
    if (inUse.current() === seen) return;
    seen = inUse.current();
    onSwap();
  }

  const timer = setInterval(() => {
    if (isLooking) return;
    isLooking = true;
    look()
      .catch((error: unknown) => {
        const isHeld = error instanceof Fault && error.code === 'state_conflict';
        if (!isHeld && !signal.aborted) log.warn({ err: error }, 'The index could not be brought up to date.');
      })
      .finally(() => {
        isLooking = false;
      });
  }, lookEveryMs);
  timer.unref();
  signal.addEventListener('abort', () => clearInterval(timer), { once: true });
}
