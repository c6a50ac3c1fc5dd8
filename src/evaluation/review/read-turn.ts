import type { Entry } from '#domain/conversation.ts';
import type { Feedback } from '#domain/feedback.ts';
import type { TurnId } from '#domain/ids.ts';
import type { ReviewReply } from '#domain/review.ts';
import type { TurnRecord } from '#domain/turn.ts';

export interface Exchange {
  readonly question: string;
  /** Null for a turn without a result. */
  readonly reply: ReviewReply | null;
}

export interface ReviewedTurn extends Exchange {
  /** What was said in the conversation before, oldest first: a follow-up means nothing without it. */
  readonly earlier: readonly Exchange[];
  /** The latest. */
  readonly feedback: Feedback | null;
}

/** A turn as a reviewer reads it, from the log of its conversation. Null when it is not in there. */
export function readTurn(entries: readonly Entry[], turnId: TurnId): ReviewedTurn | null {
  const exchanges = new Map<TurnId, Exchange>();
  let feedback: Feedback | null = null;
  for (const { body } of entries) {
    if (body.kind === 'turn.started' && !exchanges.has(turnId)) {
      exchanges.set(body.turnId, { question: body.message, reply: null });
    }
    if (body.kind === 'turn.event' && body.event.event === 'done') {
      const exchange = exchanges.get(body.turnId);
      if (exchange !== undefined) exchanges.set(body.turnId, { ...exchange, reply: replyOf(body.event.record) });
    }
    if (body.kind === 'feedback' && body.turnId === turnId) feedback = body.feedback;
  }
  const turn = exchanges.get(turnId);
  if (turn === undefined) return null;
  const earlier = [...exchanges].filter(([id]) => id !== turnId).map(([, exchange]) => exchange);
  return { ...turn, earlier, feedback };
}

function replyOf({ result: { outcome, citations } }: TurnRecord): ReviewReply {
  return {
    outcome: outcome.kind,
    reason: outcome.abstention?.reason ?? outcome.referral?.reason ?? null,
    level: outcome.kind === 'escalated' ? outcome.level : null,
    sentences: (outcome.answer?.sentences ?? []).map(({ text, citations: cited, role }) => ({
      text,
      citations: cited,
      role: role ?? null,
    })),
    citations: citations.map(({ n, passageId, documentId, documentVersion, title, section, quote, start, end }) => ({
      n,
      passageId,
      documentId,
      documentVersion,
      title,
      section,
      quote,
      start,
      end,
    })),
    notice: outcome.notice?.id ?? null,
  };
}
