import { readingGrade } from '#assistant/reading-grade.ts';
import type { Outcome } from '#domain/outcome.ts';
import type { TooMuch } from '#domain/too-much.ts';
import type { TurnRecord } from '#domain/turn.ts';
import type { Reply } from '#wire/reply.ts';

export interface ReplyContext {
  /** Only in the reply that starts a conversation. */
  readonly conversationToken: string | null;
  readonly disclaimer: string;
  readonly withDebug: boolean;
}

type Facets = Pick<Reply, 'outcome' | 'reason' | 'level' | 'premise' | 'answer' | 'abstention' | 'notice' | 'handoff'>;

/** The reply of the contract. What the contract's table does not list for an outcome is null. */
export function presentReply(record: TurnRecord, { conversationToken, disclaimer, withDebug }: ReplyContext): Reply {
  const { conversationId, turnId, recorded, result } = record;
  const facets = presentOutcome(record);
  return {
    conversationId,
    conversationToken,
    turnId,
    aiGenerated: true,
    recorded,
    ...facets,
    composer: result.composer,
    notCovered: result.notCovered,
    citations: facets.answer === null ? [] : result.citations,
    disclaimer,
    suggestions: result.suggestions,
    // Nothing can be taken out of what was not kept.
    tooMuch: recorded && result.tooMuch ? presentTooMuch(result.tooMuch) : null,
    ...(withDebug && {
      debug: { asks: result.trace.asks, rules: result.trace.rules, retrieved: result.trace.retrieved },
    }),
  };
}

function presentOutcome({ recorded, result: { outcome, premise }, handoff }: TurnRecord): Facets {
  const nothing = {
    reason: null,
    level: null,
    premise: null,
    answer: null,
    abstention: null,
    notice: null,
    handoff: null,
  };
  switch (outcome.kind) {
    case 'answered':
      return { ...nothing, outcome: 'answered', premise, answer: presentAnswer(outcome.answer), handoff };
    case 'abstained': {
      const { reason, query, missing } = outcome.abstention;
      return {
        ...nothing,
        outcome: 'abstained',
        reason,
        abstention: reason === 'no_evidence' ? { query, missing } : null,
        notice: outcome.notice,
        handoff: reason === 'out_of_scope' ? null : handoff,
      };
    }
    case 'referred':
      return {
        ...nothing,
        outcome: 'referred',
        reason: outcome.referral.reason,
        premise,
        answer: outcome.answer && presentAnswer(outcome.answer),
        notice: outcome.notice,
        handoff,
      };
    case 'escalated':
      return {
        ...nothing,
        outcome: 'escalated',
        level: outcome.level,
        notice: outcome.notice,
        handoff: recorded ? handoff : null,
      };
    case 'replied':
      return { ...nothing, outcome: 'replied', reason: 'smalltalk', notice: outcome.notice };
  }
}

function presentAnswer({ sentences, reviewed }: NonNullable<Outcome['answer']>): NonNullable<Reply['answer']> {
  const text = sentences.map((sentence) => sentence.text).join(' ');
  return { text, sentences, readingGrade: readingGrade(text), reviewed: reviewed ?? null };
}

function presentTooMuch({ notice, spans, trimmed }: TooMuch): NonNullable<Reply['tooMuch']> {
  return { notice, kinds: [...new Set(spans.map(({ kind }) => kind))], trimmed };
}
