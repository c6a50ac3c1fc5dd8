import type { Clock } from '#domain/ports.ts';

export interface FakeClock extends Clock {
  advance(ms: number): void;
}

export const dayMs = 86_400_000;

export function createFakeClock(start = '2026-06-02T08:00:00.000Z'): FakeClock {
  let nowMs = Date.parse(start);
  return {
    now: () => new Date(nowMs),
    advance: (ms) => {
      nowMs += ms;
    },
  };
}
