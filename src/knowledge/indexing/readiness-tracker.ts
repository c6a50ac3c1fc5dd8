import type { Clock } from '#domain/ports.ts';
import type { IngestProgress, Readiness } from '#knowledge/knowledge.ts';

export interface ReadinessTracker {
  note(progress: IngestProgress): void;
  /** `indexed`: passages of the index in use; null while there is none. */
  readiness(indexed: number | null): Readiness;
}

/** Remembers how far the build is and guesses its end from its pace so far. */
export function createReadinessTracker(clock: Clock): ReadinessTracker {
  let progress: IngestProgress | null = null;
  let startedAt = 0;
  return {
    note(next) {
      if (next.stage === 'embedding' && (progress?.stage !== 'embedding' || next.done === 0)) {
        startedAt = clock.now().getTime();
      }
      progress = next;
    },
    readiness(indexed) {
      if (indexed !== null) return { ready: true, done: indexed, total: indexed, etaSeconds: null };
      if (progress?.stage !== 'embedding')
        return { ready: false, done: 0, total: progress?.total ?? 0, etaSeconds: null };
      const { done, total } = progress;
      const elapsedMs = clock.now().getTime() - startedAt;
      const etaSeconds = done === 0 ? null : Math.ceil(((elapsedMs / done) * (total - done)) / 1_000);
      return { ready: false, done, total, etaSeconds };
    },
  };
}
