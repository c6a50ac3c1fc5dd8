import type { FaultCode } from './fault.ts';
import type { Feedback } from './feedback.ts';
import type { ConversationId, TurnId } from './ids.ts';
import type { Notice } from './notice.ts';
import type { Citation, CitedSentence, ReviewedMark } from './outcome.ts';
import type { Handoff, TurnRecord } from './turn.ts';

/**
 * One event of a turn, as stored and as streamed. `n` counts from 1 within the turn and is the SSE id. Order:
 * `turn, notice?, sentence*, (done | error)`, exactly one of the last two.
 */
export type TurnEvent = { readonly n: number } & (
  | { readonly event: 'turn' }
  | { readonly event: 'notice'; readonly notice: Notice }
  | {
      readonly event: 'sentence';
      readonly index: number;
      readonly sentence: CitedSentence;
      readonly sources: readonly Citation[];
      readonly reviewed?: ReviewedMark;
    }
  | { readonly event: 'done'; readonly record: TurnRecord }
  | { readonly event: 'error'; readonly code: FaultCode }
);

/** Payloads of the append-only log of a conversation. */
export type EntryBody =
  | { readonly kind: 'conversation.started'; readonly locale: string }
  | { readonly kind: 'turn.started'; readonly turnId: TurnId; readonly message: string; readonly locale: string }
  | { readonly kind: 'turn.event'; readonly turnId: TurnId; readonly event: TurnEvent }
  | { readonly kind: 'handoff'; readonly turnId: TurnId | null; readonly handoff: Handoff }
  | { readonly kind: 'feedback'; readonly turnId: TurnId; readonly feedback: Feedback };

/** One entry; `seq` rises by one within a conversation, from 1. */
export interface Entry {
  readonly conversationId: ConversationId;
  readonly seq: number;
  readonly at: string;
  readonly body: EntryBody;
}
