import type { EntryBody, TurnEvent } from '#domain/conversation.ts';
import type { ConversationId, DocumentId, DocumentVersion, HandoffId, PassageId, TurnId } from '#domain/ids.ts';
import type { Notice } from '#domain/notice.ts';
import type { Citation, CitedSentence } from '#domain/outcome.ts';
import type { Append } from '#domain/ports.ts';
import type { ConversationState, TurnRecord, TurnResult } from '#domain/turn.ts';

export const quietState: ConversationState = { levelReached: null, amberSigns: [], ownCaseOpen: false };

export const emergencyCard: Notice = {
  id: 'emergency',
  version: '1',
  locale: 'en',
  title: 'Call for help now',
  text: 'Call your local emergency number now.',
  actions: [{ label: 'Call 112', href: 'tel:112' }],
};

export const sampleCitation: Citation = {
  n: 1,
  passageId: 'cold-p0' as PassageId,
  documentId: 'cold' as DocumentId,
  documentVersion: 'v1' as DocumentVersion,
  title: 'Cold storage',
  section: null,
  quote: 'Cells are kept cold.',
  start: 0,
  end: 20,
  url: null,
  reviewedOn: '2026-06-02',
  overdue: false,
  alsoIn: [{ documentId: 'twin' as DocumentId, documentVersion: 'v1' as DocumentVersion, start: 4, end: 24 }],
};

export const sampleSentence: CitedSentence = { text: 'The cells are kept cold.', citations: [1], role: 'caveat' };

const sampleMark = { id: 'cold-cells', version: '1', reviewedBy: null, reviewedOn: null };

const plain = {
  composer: 'extractive' as const,
  premise: null,
  notCovered: [],
  suggestions: [],
  tooMuch: null,
  state: quietState,
  trace: { asks: ['How are cells kept?'], rules: [], retrieved: [], rejected: [] },
};

export const answeredResult: TurnResult = {
  ...plain,
  outcome: {
    kind: 'answered',
    answer: { sentences: [sampleSentence], reviewed: sampleMark },
    abstention: null,
    notice: null,
    referral: null,
  },
  citations: [sampleCitation],
  suggestions: ['How are cells thawed?'],
};

export const abstainedResult: TurnResult = {
  ...plain,
  outcome: {
    kind: 'abstained',
    answer: null,
    abstention: { reason: 'no_evidence', query: 'price', missing: ['price'] },
    notice: { ...emergencyCard, id: 'no-evidence' },
    referral: null,
  },
  citations: [],
};

export const escalatedResult: TurnResult = {
  ...plain,
  outcome: {
    kind: 'escalated',
    level: 'emergency',
    answer: null,
    abstention: null,
    notice: emergencyCard,
    referral: null,
  },
  citations: [],
  state: { ...quietState, levelReached: 'emergency' },
  trace: { ...plain.trace, rules: [{ signal: 'red_flag', rule: 'chest-pain', span: [0, 5], because: [] }] },
};

export const asConversationId = (id: string) => id as ConversationId;
export const asTurnId = (id: string) => id as TurnId;

export function turnEvent(turnId: TurnId, event: TurnEvent): EntryBody {
  return { kind: 'turn.event', turnId, event };
}

/** A whole first turn, as three appends would leave it: one entry of every kind, one event of every kind but `error`. */
export function everyEntry(conversationId: ConversationId, turnId: TurnId, message: string): EntryBody[] {
  const handoff = {
    id: 'handoff' as HandoffId,
    state: 'open' as const,
    urgent: true,
    referenceCode: null,
    expectedReplyBy: null,
  };
  const record: TurnRecord = {
    conversationId,
    turnId,
    recorded: true,
    result: answeredResult,
    handoff,
    finishedAt: '2026-06-02T08:00:00.000Z',
  };
  return [
    { kind: 'conversation.started', locale: 'en' },
    { kind: 'turn.started', turnId, message, locale: 'en' },
    turnEvent(turnId, { n: 1, event: 'turn' }),
    turnEvent(turnId, { n: 2, event: 'notice', notice: emergencyCard }),
    turnEvent(turnId, {
      n: 3,
      event: 'sentence',
      index: 0,
      sentence: sampleSentence,
      sources: [sampleCitation],
      reviewed: sampleMark,
    }),
    turnEvent(turnId, { n: 4, event: 'done', record }),
    { kind: 'handoff', turnId, handoff },
    { kind: 'feedback', turnId, feedback: { rating: 'down', reasons: ['unclear'], comment: message } },
  ];
}

/** Starts a conversation with one running turn. */
export function opening(conversationId: ConversationId, turnId: TurnId, message = 'How are cells kept?'): Append {
  return {
    conversationId,
    create: { locale: 'en', state: quietState },
    startTurn: { turnId, idempotency: null },
    entries: [
      { kind: 'conversation.started', locale: 'en' },
      { kind: 'turn.started', turnId, message, locale: 'en' },
      turnEvent(turnId, { n: 1, event: 'turn' }),
    ],
  };
}
