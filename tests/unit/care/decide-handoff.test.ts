import { describe, expect, test } from 'vitest';
import { decideHandoff } from '#care/decide-handoff.ts';
import { openHandoff } from '#care/open-handoff.ts';
import type { Entry } from '#domain/conversation.ts';
import type { HandoffId } from '#domain/ids.ts';
import type { AbstentionReason, Outcome } from '#domain/outcome.ts';
import type { Handoff } from '#domain/turn.ts';
import {
  abstainedResult,
  answeredResult,
  asConversationId,
  emergencyCard,
  escalatedResult,
} from '../../support/conversation-samples.ts';
import { createFakeIds } from '../../support/fake-ids.ts';

const open: Handoff = {
  id: 'earlier' as HandoffId,
  state: 'open',
  urgent: false,
  referenceCode: 'K7',
  expectedReplyBy: null,
};
const facets = { answer: null, abstention: null, notice: emergencyCard, referral: null };
const referred: Outcome = { ...facets, kind: 'referred', referral: { reason: 'case_specific' } };
const replied: Outcome = { ...facets, kind: 'replied' };
const abstained = (reason: AbstentionReason): Outcome => ({
  ...facets,
  kind: 'abstained',
  abstention: { reason, query: '', missing: [] },
});

describe('the way to a person', () => {
  test.each([
    ['referred', referred],
    ['abstained without evidence', abstainedResult.outcome],
    ['abstained for the language', abstained('unsupported_language')],
  ])('is offered when a message was %s, and is the open one if there is one', (_name, outcome) => {
    expect(decideHandoff(outcome, null, createFakeIds())).toMatchObject({ state: 'offered', urgent: false });
    expect(decideHandoff(outcome, open, createFakeIds())).toEqual(open);
  });

  test.each([
    ['answered', answeredResult.outcome],
    ['replied to', replied],
    ['out of scope', abstained('out_of_scope')],
  ])('is not offered when a message was %s', (_name, outcome) => {
    expect(decideHandoff(outcome, null, createFakeIds())).toBeNull();
    expect(decideHandoff(outcome, open, createFakeIds())).toBeNull();
  });

  test('is open and urgent in an emergency, also beside one that a person has claimed', () => {
    const ids = createFakeIds('handoff');
    expect(decideHandoff(escalatedResult.outcome, null, ids)).toMatchObject({ state: 'open', urgent: true });
    expect(decideHandoff(escalatedResult.outcome, open, ids)).toEqual({ ...open, urgent: true });
    const anew = decideHandoff(escalatedResult.outcome, { ...open, state: 'claimed' }, ids);
    expect(anew).toMatchObject({ state: 'open', urgent: true });
    expect(anew?.id).not.toBe(open.id);
  });
});

describe('the open handoff of a conversation', () => {
  const entries = (...handoffs: Handoff[]): Entry[] =>
    handoffs.map((handoff, index) => ({
      conversationId: asConversationId('talk'),
      seq: index + 1,
      at: '2026-06-02T08:00:00.000Z',
      body: { kind: 'handoff', turnId: null, handoff },
    }));

  test('is the latest one a person is concerned with, as it stands now', () => {
    const offered: Handoff = { ...open, id: 'offered' as HandoffId, state: 'offered' };
    expect(openHandoff(entries(offered))).toBeNull();
    expect(openHandoff(entries(open, offered))).toEqual(open);
    expect(openHandoff(entries(open, { ...open, state: 'claimed' }))).toMatchObject({ state: 'claimed' });
    expect(openHandoff(entries(open, { ...open, state: 'closed' }))).toBeNull();
  });
});
