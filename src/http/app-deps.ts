import type { Care } from '#care/care.ts';
import type { Clock, Ids } from '#domain/ports.ts';
import type { Staff } from '#domain/staff.ts';
import type { Assistant } from '#domain/turn.ts';
import type { Review } from '#evaluation/review/review.ts';
import type { Knowledge } from '#knowledge/knowledge.ts';
import type { Organisation } from './organisation.ts';
import type { Pause } from './stream-events.ts';

/** The settings HTTP reads; the configuration has this shape. */
export interface HttpSettings {
  readonly allowedOrigins: readonly string[];
  readonly publicUrl?: string | undefined;
  /** 0 is no limit. */
  readonly rateLimitPerMinute: number;
  readonly trustedProxies: readonly string[];
  readonly debugReplies: boolean;
}

/** A pino logger fits. */
export interface HttpLog {
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
}

export interface AppDeps {
  readonly care: Care;
  readonly knowledge: Knowledge;
  readonly assistant: Pick<Assistant, 'escalate' | 'fixed'>;
  readonly review: Review;
  /** Who of the staff sends a request; null for everybody else. */
  readonly identifyStaff: (request: Request) => Promise<Staff | null>;
  readonly organisation: Organisation;
  /** Safety files and numbers that nobody has signed. */
  readonly unsigned: readonly string[];
  readonly settings: HttpSettings;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: HttpLog;
  /** Folder with the built page: `index.html` and `assets/`. */
  readonly pageDir: string;
  /** Aborted when the server stops: every open event stream then ends. */
  readonly stopping: AbortSignal;
  /** Waits between heartbeats; real time unless a test brings its own. */
  readonly pause?: Pause;
}
