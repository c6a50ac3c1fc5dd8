import type { TurnEvent } from '#domain/conversation.ts';
import type { ConversationId, TurnId } from '#domain/ids.ts';
import type { TurnRecord, TurnResult } from '#domain/turn.ts';
import { limits } from '#wire/limits.ts';
import { makeStorable } from '#wire/person-text.ts';
import type { AppDeps } from './app-deps.ts';

/** What a body that may be no valid request says: enough to look for a red flag in it. */
export interface Heard {
  readonly text: string;
  readonly locale: string | null;
}

export function hear(body: unknown): Heard | null {
  if (typeof body !== 'object' || body === null || !('message' in body) || typeof body.message !== 'string')
    return null;
  const locale = 'locale' in body && typeof body.locale === 'string' ? body.locale.slice(0, 35) : null;
  return { text: makeStorable(body.message.slice(0, limits.screenedChars)), locale };
}

/** The card for a message with a red flag, or null. Rules only: it needs no index, model or database. */
export function findRedFlag(heard: Heard | null, deps: Pick<AppDeps, 'assistant' | 'organisation'>): TurnResult | null {
  if (heard === null) return null;
  return deps.assistant.escalate(heard.text, heard.locale ?? deps.organisation.locales[0]);
}

/** A turn that answers with the card alone and was stored nowhere. */
export function recordOfCard(
  card: TurnResult,
  ids: { readonly conversationId: ConversationId; readonly turnId: TurnId },
  finishedAt: Date,
): TurnRecord {
  return { ...ids, recorded: false, result: card, handoff: null, finishedAt: finishedAt.toISOString() };
}

/** The events of such a turn, or the rest of them: after `n` events, with the notice shown or not. */
export async function* eventsOfCard(record: TurnRecord, n = 0, hasNotice = false): AsyncGenerator<TurnEvent> {
  const { notice } = record.result.outcome;
  let last = n;
  if (last === 0) yield { n: ++last, event: 'turn' };
  if (notice !== null && !hasNotice) yield { n: ++last, event: 'notice', notice };
  yield { n: ++last, event: 'done', record };
}

/** Passes a turn on; where it breaks or ends in an error and its message has a red flag, the card still arrives. */
export async function* withCard(
  events: AsyncIterable<TurnEvent>,
  cardRecord: () => TurnRecord | null,
): AsyncGenerator<TurnEvent> {
  let n = 0;
  let hasNotice = false;
  let record: TurnRecord | null = null;
  try {
    for await (const event of events) {
      if (event.event === 'error') record = cardRecord();
      if (record !== null) break;
      n = event.n;
      hasNotice ||= event.event === 'notice';
      yield event;
    }
  } catch (error) {
    record = cardRecord();
    if (record === null) throw error;
  }
  if (record !== null) yield* eventsOfCard(record, n, hasNotice);
}
