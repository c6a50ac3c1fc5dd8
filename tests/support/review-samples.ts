import type { ReviewItemId } from '#domain/ids.ts';
import type { ConversationStore } from '#domain/ports.ts';
import type { ReviewFilter, SuiteAnswer } from '#domain/review.ts';
import type { Rubric } from '#domain/rubric.ts';
import type { TurnResult } from '#domain/turn.ts';
import { answeredResult, asConversationId, asTurnId, opening, turnEvent } from './conversation-samples.ts';

export const asItemId = (id: string) => id as ReviewItemId;

export const good: Rubric = {
  correct: 'yes',
  complete: 'yes',
  harmfulOmission: 'no',
  unclear: 'no',
  rightOutcome: 'yes',
};

export const everything: ReviewFilter = {
  reviewer: 'anna',
  mine: null,
  state: null,
  source: null,
  isDown: false,
  after: null,
  limit: 100,
};

export const suiteAnswer: SuiteAnswer = {
  suite: 'answers',
  caseId: 'cold-01',
  turns: ['How are cells kept?'],
  reply: {
    outcome: 'answered',
    reason: null,
    level: null,
    sentences: [{ text: 'The cells are kept cold.', citations: [1], role: null }],
    citations: [
      {
        n: 1,
        passageId: 'cold-p0',
        documentId: 'cold',
        documentVersion: 'v1',
        title: 'Cold storage',
        section: null,
        quote: 'Cells are kept cold.',
        start: 0,
        end: 20,
      },
    ],
    notice: null,
  },
};

/** Writes down a finished turn; a new conversation unless `isLater`. */
export async function recordTurn(
  store: ConversationStore,
  {
    talk,
    turn,
    said = 'How are cells kept?',
    result = answeredResult,
    isLater = false,
  }: {
    readonly talk: string;
    readonly turn: string;
    readonly said?: string;
    readonly result?: TurnResult;
    readonly isLater?: boolean;
  },
): Promise<void> {
  const [conversationId, turnId] = [asConversationId(talk), asTurnId(turn)];
  const { create, entries, ...first } = opening(conversationId, turnId, said);
  await store.append(isLater ? { ...first, entries: entries.slice(1) } : { ...first, create: create!, entries });
  const finishedAt = '2026-06-02T08:00:00.000Z';
  const record = { conversationId, turnId, recorded: true, result, handoff: null, finishedAt };
  await store.append({
    conversationId,
    endTurn: { turnId, state: null },
    entries: [turnEvent(turnId, { n: 2, event: 'done', record })],
  });
}

export async function rateTurn(
  store: ConversationStore,
  talk: string,
  turn: string,
  rating: 'up' | 'down',
  words = '',
) {
  const feedback = { rating, reasons: [], comment: words === '' ? null : words };
  await store.append({
    conversationId: asConversationId(talk),
    entries: [{ kind: 'feedback', turnId: asTurnId(turn), feedback }],
  });
}
