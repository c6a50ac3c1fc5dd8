import { Fault } from '#domain/fault.ts';

/** Lets a bounded number of turns in, and says when all have left. */
export function createAdmission(maxConcurrentTurns: number) {
  let inside = 0;
  let isClosed = false;
  const waiting = new Set<() => void>();

  function leave(): void {
    inside -= 1;
    if (inside > 0) return;
    for (const resolve of waiting) resolve();
    waiting.clear();
  }

  return {
    /** Gives the way out, to be called once. Throws `overloaded`. */
    enter(): () => void {
      if (isClosed || inside >= maxConcurrentTurns) {
        throw new Fault('overloaded', 'Too many messages are being answered.', { details: { retryAfterSeconds: 5 } });
      }
      inside += 1;
      return leave;
    },
    close(): void {
      isClosed = true;
    },
    empty: (): Promise<void> => (inside === 0 ? Promise.resolve() : new Promise((resolve) => waiting.add(resolve))),
  };
}

export type Admission = ReturnType<typeof createAdmission>;
