import type { EntryBody, TurnEvent } from '#domain/conversation.ts';
import type { FaultCode } from '#domain/fault.ts';
import type { Append } from '#domain/ports.ts';
import type { ConversationState, Handoff, TurnResult } from '#domain/turn.ts';
import type { TurnSoFar } from './running-turns.ts';

/** The last events of a turn, and what writes them down. */
export interface Conclusion {
  readonly events: readonly TurnEvent[];
  readonly unit: Append;
}

export interface ConcludeOptions {
  readonly recorded: boolean;
  readonly handoff: Handoff | null;
  readonly state: ConversationState;
  readonly finishedAt: string;
}

export function concludeWithResult(turn: TurnSoFar, result: TurnResult, options: ConcludeOptions): Conclusion {
  const { handoff, recorded, state, finishedAt } = options;
  const { turnId, conversationId } = turn;
  const record = { conversationId, turnId, recorded, result, handoff, finishedAt };
  const card = missingCard(turn, result);
  const n = turn.events.length + 1;
  return conclude(turn, card === null ? [{ n, event: 'done', record }] : [card, { n: n + 1, event: 'done', record }], {
    state,
    handoff,
  });
}

export function concludeWithFault(turn: TurnSoFar, code: FaultCode): Conclusion {
  const event: TurnEvent = { n: turn.events.length + 1, event: 'error', code };
  return conclude(turn, [event], { state: null, handoff: null });
}

function conclude(
  turn: TurnSoFar,
  events: readonly TurnEvent[],
  { state, handoff }: { state: ConversationState | null; handoff: Handoff | null },
): Conclusion {
  const { turnId, conversationId } = turn;
  const entries: EntryBody[] = events.map((event) => ({ kind: 'turn.event', turnId, event }));
  if (handoff !== null) entries.push({ kind: 'handoff', turnId, handoff });
  return { events, unit: { conversationId, endTurn: { turnId, state }, entries } };
}

/** An escalation never ends without its card having been shown. */
function missingCard(turn: TurnSoFar, { outcome }: TurnResult): TurnEvent | null {
  if (outcome.kind !== 'escalated') return null;
  const isShown = turn.events.some((event) => event.event === 'notice' && event.notice.id === outcome.notice.id);
  return isShown ? null : { n: turn.events.length + 1, event: 'notice', notice: outcome.notice };
}
