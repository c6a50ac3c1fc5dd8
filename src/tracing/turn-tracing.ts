import type { RetrievedPassage } from '#domain/passage.ts';
import type { StepObserver } from '#domain/ports.ts';
import type { Assistant } from '#domain/turn.ts';

/** What retrieves for a turn, and lets its further steps be watched. */
export interface Watched {
  readonly retrieve: (query: string, k: number, signal: AbortSignal) => Promise<readonly RetrievedPassage[]>;
  readonly observe?: StepObserver;
}

/** Watches turns from outside. Nothing that fails in it reaches a turn, and no turn waits for it. */
export interface TurnTracing {
  assistant<Traced extends Assistant>(assistant: Traced): Traced;
  evidence<Traced extends Watched>(evidence: Traced): Traced;
  /** Sends what is left, for two seconds at most. */
  close(): Promise<void>;
}
