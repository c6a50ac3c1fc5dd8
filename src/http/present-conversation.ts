import type { Entry } from '#domain/conversation.ts';
import type { ConversationId } from '#domain/ids.ts';
import type { FixedTexts } from '#domain/turn.ts';
import type { WireConversation, WireConversationTurn } from '#wire/conversation.ts';
import { presentReply } from './present-reply.ts';

/** A conversation as its patient sees it. */
export function presentConversation(
  conversationId: ConversationId,
  entries: readonly Entry[],
  { fixed, defaultLocale }: { readonly fixed: Pick<FixedTexts, 'disclaimer'>; readonly defaultLocale: string },
): WireConversation {
  const turns = new Map<string, WireConversationTurn>();
  let locale = defaultLocale;
  let handoff: WireConversation['handoff'] = null;
  for (const { at, body } of entries) {
    if (body.kind === 'conversation.started') locale = body.locale;
    if (body.kind === 'handoff') handoff = body.handoff;
    if (body.kind === 'turn.started') {
      const { turnId, message } = body;
      turns.set(turnId, {
        turnId,
        at,
        locale: body.locale,
        message,
        status: 'running',
        reply: null,
        error: null,
        feedback: null,
      });
    }
    if (body.kind === 'turn.event') {
      const turn = turns.get(body.turnId);
      if (turn !== undefined) turns.set(body.turnId, endedBy(body.event, turn, fixed));
    }
    if (body.kind === 'feedback') {
      const turn = turns.get(body.turnId);
      if (turn !== undefined) turns.set(body.turnId, { ...turn, feedback: body.feedback });
    }
  }
  return {
    conversationId,
    startedAt: entries[0]?.at ?? null,
    locale,
    aiGenerated: true,
    disclaimer: fixed.disclaimer(locale),
    turns: [...turns.values()],
    handoff,
    lastSeq: entries.at(-1)?.seq ?? 0,
  };
}

function endedBy(
  event: Extract<Entry['body'], { kind: 'turn.event' }>['event'],
  turn: WireConversationTurn,
  fixed: Pick<FixedTexts, 'disclaimer'>,
): WireConversationTurn {
  if (event.event === 'error') return { ...turn, status: 'failed', error: { code: event.code } };
  if (event.event !== 'done') return turn;
  const context = { conversationToken: null, disclaimer: fixed.disclaimer(turn.locale), withDebug: false };
  return { ...turn, status: 'ended', reply: presentReply(event.record, context) };
}
