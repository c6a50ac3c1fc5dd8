import type { Entry } from '#domain/conversation.ts';
import type { TurnId } from '#domain/ids.ts';
import type { PastTurn } from '#domain/turn.ts';

/** The finished turns of a conversation, oldest first, as the assistant remembers them. */
export function pastTurns(entries: readonly Entry[]): PastTurn[] {
  const messages = new Map<TurnId, string>();
  const past: PastTurn[] = [];
  for (const { body } of entries) {
    if (body.kind === 'turn.started') messages.set(body.turnId, body.message);
    if (body.kind !== 'turn.event' || body.event.event !== 'done') continue;
    const { outcome, trace, citations } = body.event.record.result;
    past.push({
      message: messages.get(body.turnId) ?? '',
      kind: outcome.kind,
      asks: trace.asks,
      citedPassages: citations.map((citation) => citation.passageId),
    });
  }
  return past;
}
