import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Assistant, TurnResult } from '#domain/turn.ts';
import { allEvents, faultOf, message, namesOf, say, setUpCare } from '../../support/care-setup.ts';
import { abstainedResult, asTurnId, escalatedResult } from '../../support/conversation-samples.ts';
import { createGate, createScriptedAssistant } from '../../support/scripted-assistant.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const said = 'My MRN is 48291377, what does it cost?';
const kept = 'My MRN is [removed], what does it cost?';

const told: TurnResult = {
  ...abstainedResult,
  outcome: {
    ...abstainedResult.outcome,
    kind: 'abstained',
    abstention: { reason: 'no_evidence', query: 'my mrn is 48291377 what does it cost', missing: ['48291377', 'cost'] },
    notice: abstainedResult.outcome.notice!,
  },
  notCovered: ['MRN is 48291377,  what does it cost?'],
  tooMuch: {
    notice: { id: 'too_much_told', version: '1', locale: 'en', title: 'Leave it out', text: 'Please.', actions: [] },
    spans: [{ kind: 'record_number', span: [10, 18] }],
    trimmed: kept,
  },
  trace: {
    asks: ['MRN is 48291377, what does it cost?'],
    rules: [
      { signal: 'own_case', rule: 'mine', span: [0, 2], because: [] },
      { signal: 'own_case', rule: 'cost', span: [20, 38], because: [] },
      { signal: 'own_case', rule: 'number', span: [3, 14], because: [] },
      { signal: 'own_case', rule: 'whole', span: null, because: [] },
    ],
    retrieved: [],
    rejected: [],
  },
};

const answerTold: Assistant['respond'] = async (_input, release) => {
  await release({ type: 'notice', notice: told.outcome.notice! });
  return told;
};

const setUp = (options: Parameters<typeof setUpCare>[0] = {}) =>
  setUpCare({ assistant: createScriptedAssistant({ [said]: answerTold }), ...options });

describe('taking out what was told too much', () => {
  test('leaves none of it in message, result, trace, comment and later history', async () => {
    const { care, store, assistant } = setUp();
    const { turnId, conversationId } = await say(care, said);
    await care.giveFeedback({
      turnId,
      conversationId,
      feedback: { rating: 'down', reasons: [], comment: 'I told you, 48291377!' },
      idempotency: null,
    });
    await care.trim(turnId);
    const entries = await care.history(conversationId);
    expect(JSON.stringify(entries)).not.toContain('48291377');
    expect(entries.map(({ body }) => body)).toContainEqual({
      kind: 'turn.started',
      turnId,
      message: kept,
      locale: 'en',
    });
    const { result } = await care.finished(turnId);
    expect(result.tooMuch).toBeNull();
    expect(result.outcome.abstention).toEqual({
      reason: 'no_evidence',
      query: 'my mrn is [removed] what does it cost',
      missing: ['cost'],
    });
    expect(result.notCovered).toEqual(['MRN is [removed],  what does it cost?']);
    expect(result.trace.asks).toEqual(['MRN is [removed], what does it cost?']);
    expect(result.trace.rules.map(({ span }) => span && kept.slice(...span))).toEqual([
      'My',
      'what does it cost?',
      'MRN is [removed]',
      null,
    ]);
    expect(namesOf(await allEvents(care, turnId))).toEqual(['1 turn', '2 notice', '3 done']);
    await say(care, 'And when?', conversationId);
    expect(assistant.inputs.at(-1)?.history).toEqual([
      expect.objectContaining({ message: kept, asks: ['MRN is [removed], what does it cost?'] }),
    ]);
    expect((await store.turn(turnId))?.running).toBe(false);
  });

  test('the second time, and of a turn that told nothing, changes nothing', async () => {
    const { care } = setUp();
    const { turnId, conversationId } = await say(care, said);
    const plain = await say(care, 'How are cells kept in 2024?', conversationId);
    await care.trim(turnId);
    const once = await care.history(conversationId);
    await care.trim(turnId);
    await care.trim(plain.turnId);
    expect(await care.history(conversationId)).toEqual(once);
  });

  test('also of a turn that ended without a result', async () => {
    const broken: Assistant['respond'] = async () => Promise.reject(new Error('broken'));
    const { care } = setUp({ assistant: createScriptedAssistant({ [said]: broken }) });
    const { turnId, conversationId } = await care.post(message(said));
    expect(await faultOf(care.finished(turnId))).toMatchObject({ code: 'internal' });
    await care.trim(turnId);
    expect(JSON.stringify(await care.history(conversationId))).toContain(kept);
  });

  test('waits for no running turn: it is refused, and possible afterwards', async () => {
    const gate = createGate();
    const { care } = setUp({ assistant: createScriptedAssistant({ [said]: gate.respond }) });
    const { turnId, conversationId } = await care.post(message(said));
    expect(await faultOf(care.trim(turnId))).toMatchObject({ code: 'turn_in_progress', details: { turnId } });
    gate.open();
    await care.finished(turnId);
    await care.trim(turnId);
    expect(JSON.stringify(await care.history(conversationId))).not.toContain('48291377');
  });

  test('is a fault where there is no such turn, and where its conversation was erased', async () => {
    const { care } = setUp();
    const { turnId, conversationId } = await say(care, said);
    expect(await faultOf(care.trim(asTurnId('nobody')))).toMatchObject({ code: 'not_found' });
    await care.erase(conversationId);
    expect(await faultOf(care.trim(turnId))).toMatchObject({ code: 'erased' });
  });

  test('keeps an escalation, its card and its handoff', async () => {
    const flagged = 'chest pain, MRN 48291377';
    const card: Assistant['respond'] = async (_input, release) => {
      await release({ type: 'notice', notice: escalatedResult.outcome.notice! });
      return { ...escalatedResult, tooMuch: { ...told.tooMuch!, spans: [{ kind: 'record_number', span: [16, 24] }] } };
    };
    const { care } = setUp({ assistant: createScriptedAssistant({ [flagged]: card }) });
    const { turnId, record } = await say(care, flagged);
    await care.trim(turnId);
    const after = await care.finished(turnId);
    expect(after).toEqual({ ...record, result: { ...record.result, tooMuch: null } });
    expect(after.handoff?.urgent).toBe(true);
  });

  test('of an escalation that was never stored there is nothing to take out', async () => {
    const { care, store } = setUp();
    store.isDown = true;
    const { turnId } = await care.post(message('chest pain, MRN 48291377'));
    store.isDown = false;
    await care.trim(turnId);
    expect((await care.finished(turnId)).recorded).toBe(false);
  });

  test('is a fault while the store is down, and writes no words to the log', async () => {
    const { care, store, logged } = setUp();
    const { turnId } = await say(care, said);
    store.isDown = true;
    expect(await faultOf(care.trim(turnId))).toMatchObject({ code: 'storage_unavailable' });
    expect(logged.join()).not.toContain('48291377');
  });

  test('leaves no word in the files of the database', async () => {
    const folder = temporaryFolder();
    const { care } = setUp({ path: join(folder, 'citewell.db') });
    const { turnId } = await say(care, said);
    const files = () => readdirSync(folder).filter((name) => readFileSync(join(folder, name)).includes('48291377'));
    expect(files()).not.toEqual([]);
    await care.trim(turnId);
    expect(files()).toEqual([]);
  });
});
