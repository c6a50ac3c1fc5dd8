import type { Clock, ConversationStore, Ids } from '#domain/ports.ts';
import type { Assistant } from '#domain/turn.ts';
import type { CareLog } from './care-log.ts';

export interface CareDeps {
  readonly store: ConversationStore;
  readonly assistant: Assistant;
  readonly clock: Clock;
  readonly ids: Ids;
  /** Signs conversation tokens; 32 bytes or more. */
  readonly secret: Buffer;
  /** Spoken to whoever names no locale; `en` when absent. */
  readonly defaultLocale?: string;
  readonly retentionDays: number;
  readonly turnTimeoutMs: number;
  /** Turns running at the same time in this process; a further one is `overloaded`, an emergency is not. */
  readonly maxConcurrentTurns: number;
  readonly log: CareLog;
}
