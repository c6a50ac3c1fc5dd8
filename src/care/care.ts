import type { Entry, TurnEvent } from '#domain/conversation.ts';
import type { ConversationId, TurnId } from '#domain/ids.ts';
import type { TurnRecord } from '#domain/turn.ts';
import type { GivenFeedback } from './give-feedback.ts';

export interface PostedMessage {
  readonly message: string;
  /** Null starts a conversation. */
  readonly conversationId: ConversationId | null;
  readonly locale: string | null;
  /** `Idempotency-Key` and the SHA-256 of the canonical body. */
  readonly idempotency: { readonly key: string; readonly bodyHash: string } | null;
}

export interface StartedTurn {
  readonly turnId: TurnId;
  readonly conversationId: ConversationId;
  /** Only for a conversation that this message started (also when that same request is repeated). */
  readonly conversationToken: string | null;
}

/** What people do with conversations. Every failure is a `Fault`; an outcome is not a failure. */
export interface Care {
  /**
   * Records the message and starts its turn, which goes on whoever listens. A repeated idempotency key gives the turn it
   * gave before. Faults: `not_found`, `erased`, `turn_in_progress` (with `turnId`), `key_reused`, `storage_unavailable`,
   * `overloaded`, `too_many_turns`.
   */
  post(message: PostedMessage): Promise<StartedTurn>;
  /** Resolves when the turn has ended: its record, or the fault it ended with thrown. */
  finished(turnId: TurnId): Promise<TurnRecord>;
  /** Events with `n > after`, then live until the turn ends or `signal` aborts. */
  follow(turnId: TurnId, after: number, signal: AbortSignal): AsyncIterable<TurnEvent>;
  /** The conversation a turn belongs to, and whether it still runs. Null for an unknown one. */
  turn(turnId: TurnId): Promise<{ readonly conversationId: ConversationId; readonly running: boolean } | null>;
  cancel(turnId: TurnId): Promise<void>;
  /** The latest of a turn counts. Faults: `not_found`, `erased`, `key_reused`, `storage_unavailable`. */
  giveFeedback(given: GivenFeedback): Promise<void>;
  /**
   * Takes out of all that is stored of a turn what its message told too much; nothing happens where there is nothing. Faults:
   * `turn_in_progress`, `not_found`, `erased`, `storage_unavailable`.
   */
  trim(turnId: TurnId): Promise<void>;
  /** Faults: `not_found`, `erased`. */
  history(conversationId: ConversationId): Promise<readonly Entry[]>;
  erase(conversationId: ConversationId): Promise<void>;
  tokenFor(conversationId: ConversationId): string;
  /** Constant-time; false for anything malformed. */
  holdsToken(conversationId: string, token: string): boolean;
  /** Erases what is past retention; gives how many conversations. */
  purge(): Promise<number>;
  /** Ends turns that a stopped process left running with an `error` event. Called once at start. */
  recover(): Promise<number>;
  /** Refuses new turns, waits for running ones up to `deadlineMs`, then aborts them. */
  drain(deadlineMs: number): Promise<void>;
}
