import { describe, expect, it } from 'vitest';
import type { ConversationId, TurnId } from '#domain/ids.ts';
import type { Outcome } from '#domain/outcome.ts';
import type { Handoff, TurnRecord } from '#domain/turn.ts';
import { presentReply } from '#http/present-reply.ts';
import { replySchema } from '#wire/reply.ts';
import { handoff, notice, openHandoff, outcomes, result } from '../support/http-samples.ts';

const context = { conversationToken: 'secret', disclaimer: 'Not advice.', withDebug: false };

function reply(outcome: Outcome, given: Handoff | null, over: Partial<TurnRecord> = {}) {
  const ids = { conversationId: 'c' as ConversationId, turnId: 't' as TurnId };
  const record = { ...ids, recorded: true, result: result(outcome), handoff: given, finishedAt: '', ...over };
  return presentReply(record, context);
}

describe('a reply', () => {
  it('joins the sentences of an answer by one space and lists nothing else', () => {
    expect(reply(outcomes.answered, null)).toMatchObject({
      outcome: 'answered',
      reason: null,
      level: null,
      abstention: null,
      notice: null,
      handoff: null,
      answer: { text: 'CIK cells were studied in 18 trials. No trial was blinded.', reviewed: null, readingGrade: 2.9 },
    });
    expect(reply({ ...outcomes.answered, notice: notice('stray') }, null).notice).toBeNull();
  });

  it('says whose plain words an answer is in, and that nobody has signed them', () => {
    const reviewed = { id: 'trials', version: '2', reviewedBy: null, reviewedOn: null };
    const answer = { ...outcomes.answered.answer, reviewed };
    expect(reply({ ...outcomes.answered, answer }, null).answer?.reviewed).toEqual(reviewed);
  });

  it('names what was told too much, each kind once, unless nothing was kept', () => {
    const tooMuch = {
      notice: notice('too_much_told'),
      spans: [
        { kind: 'contact', span: [0, 4] },
        { kind: 'record_number', span: [8, 12] },
        { kind: 'contact', span: [14, 18] },
      ],
      trimmed: '[removed] is [removed], [removed]',
    } as const;
    const told = { result: result(outcomes.emergency, { tooMuch }) };
    expect(reply(outcomes.emergency, openHandoff, told)).toMatchObject({
      outcome: 'escalated',
      notice: { id: 'emergency' },
      tooMuch: {
        notice: tooMuch.notice,
        kinds: ['contact', 'record_number'],
        trimmed: '[removed] is [removed], [removed]',
      },
    });
    expect(reply(outcomes.emergency, null, { ...told, recorded: false }).tooMuch).toBeNull();
    expect(reply(outcomes.answered, null).tooMuch).toBeNull();
  });

  it('has the terms that were missing only for want of evidence', () => {
    expect(reply(outcomes.noEvidence, handoff)).toMatchObject({
      outcome: 'abstained',
      reason: 'no_evidence',
      abstention: { query: 'cost', missing: ['cost'] },
      handoff: { state: 'offered' },
    });
    expect(reply(outcomes.outOfScope, handoff)).toMatchObject({
      reason: 'out_of_scope',
      abstention: null,
      handoff: null,
    });
  });

  it('keeps the cited general part of a referral', () => {
    const split = reply(outcomes.ownCase, openHandoff);
    expect(split).toMatchObject({ outcome: 'referred', reason: 'case_specific', handoff: { state: 'open' } });
    expect(split.answer?.sentences).toHaveLength(2);
    expect(split.citations).toHaveLength(2);
    expect(reply(outcomes.wantsPerson, handoff)).toMatchObject({ answer: null, citations: [] });
  });

  it('opens no handoff for an emergency that was not recorded', () => {
    expect(reply(outcomes.emergency, openHandoff)).toMatchObject({ level: 'emergency', handoff: { urgent: true } });
    expect(reply(outcomes.emergency, openHandoff, { recorded: false }).handoff).toBeNull();
  });

  it('says small talk as a reason', () => {
    expect(reply(outcomes.replied, handoff)).toMatchObject({ outcome: 'replied', reason: 'smalltalk', handoff: null });
  });

  it.each(Object.entries(outcomes))('fits the contract when %s, with the disclaimer', (_name, outcome) => {
    const shown = reply(outcome, handoff);
    expect(() => replySchema.strict().parse(shown)).not.toThrow();
    expect(shown).toMatchObject({ disclaimer: 'Not advice.', aiGenerated: true, conversationToken: 'secret' });
    expect(shown).not.toHaveProperty('debug');
  });

  it('marks a corrected premise and shows its reasoning on request', () => {
    const record = { result: result(outcomes.answered, { premise: 'corrected' }) };
    expect(reply(outcomes.answered, null, record).premise).toBe('corrected');
    const ids = { conversationId: 'c' as ConversationId, turnId: 't' as TurnId };
    const full = { ...ids, ...record, recorded: true, handoff: null, finishedAt: '' };
    expect(Object.keys(presentReply(full, { ...context, withDebug: true }).debug ?? {})).toEqual([
      'asks',
      'rules',
      'retrieved',
    ]);
  });
});
