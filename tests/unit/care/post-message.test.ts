import { describe, expect, test } from 'vitest';
import { allEvents, message, namesOf, say, setUpCare } from '../../support/care-setup.ts';
import { answeredResult, asConversationId } from '../../support/conversation-samples.ts';
import { createGate, createScriptedAssistant } from '../../support/scripted-assistant.ts';

describe('posting a message', () => {
  test('records conversation, message and first event together before it returns', async () => {
    const gate = createGate();
    const { care, store } = setUpCare({ assistant: createScriptedAssistant({ slow: gate.respond }) });
    const appends: number[] = [];
    store.beforeAppend = ({ entries }) => {
      appends.push(entries.length);
    };
    const { turnId, conversationId } = await care.post(message('slow'));
    expect(appends[0]).toBe(3);
    const [started, asked, first] = (await store.entries(conversationId)).map(({ body }) => body);
    expect(started).toEqual({ kind: 'conversation.started', locale: 'en' });
    expect(asked).toEqual({ kind: 'turn.started', turnId, message: 'slow', locale: 'en' });
    expect(first).toEqual({ kind: 'turn.event', turnId, event: { n: 1, event: 'turn' } });
    expect(await care.turn(turnId)).toEqual({ conversationId, running: true });
    gate.open();
    await care.finished(turnId);
    expect(await care.turn(turnId)).toEqual({ conversationId, running: false });
  });

  test('gives the record of the turn, and the same one from the log', async () => {
    const { care, clock } = setUpCare();
    const { record, turnId, conversationId } = await say(care, 'How are cells kept?');
    expect(record).toEqual({
      conversationId,
      turnId,
      recorded: true,
      result: answeredResult,
      handoff: null,
      finishedAt: clock.now().toISOString(),
    });
    expect(await care.finished(turnId)).toEqual(record);
    expect(namesOf(await allEvents(care, turnId))).toEqual(['1 turn', '2 sentence', '3 sentence', '4 done']);
  });

  test('gives a token with the first message only, and the token is good', async () => {
    const { care } = setUpCare();
    const first = await say(care, 'one');
    expect(care.holdsToken(first.conversationId, first.conversationToken ?? '')).toBe(true);
    const second = await say(care, 'two', first.conversationId);
    expect(second).toMatchObject({ conversationId: first.conversationId, conversationToken: null });
  });

  test('tells the assistant what was said before, and in what state that left the conversation', async () => {
    const state = { levelReached: null, amberSigns: ['night-sweats'], ownCaseOpen: true };
    const assistant = createScriptedAssistant({ one: async () => ({ ...answeredResult, state }) });
    const { care } = setUpCare({ assistant });
    const { conversationId } = await say(care, 'one');
    await say(care, 'two', conversationId);
    expect(assistant.inputs[0]).toMatchObject({ message: 'one', history: [], locale: 'en' });
    expect(assistant.inputs[1]).toEqual({
      message: 'two',
      locale: 'en',
      state,
      history: [{ message: 'one', kind: 'answered', asks: ['How are cells kept?'], citedPassages: ['cold-p0'] }],
    });
  });

  test('goes on in the language of the conversation when none is named', async () => {
    const { care, assistant } = setUpCare();
    const first = await care.post(message('one', { locale: 'de' }));
    await care.finished(first.turnId);
    const second = await care.post(message('two', { locale: null, conversationId: first.conversationId }));
    await care.finished(second.turnId);
    const other = await care.post(message('three', { locale: null }));
    await care.finished(other.turnId);
    expect(assistant.inputs.map((input) => input.locale)).toEqual(['de', 'de', 'en']);
  });

  test('refuses a second message while one is being answered, and names that turn', async () => {
    const gate = createGate();
    const { care } = setUpCare({ assistant: createScriptedAssistant({ slow: gate.respond }) });
    const { turnId, conversationId } = await care.post(message('slow'));
    const refused = care.post(message('again', { conversationId }));
    await expect(refused).rejects.toMatchObject({ code: 'turn_in_progress', details: { turnId } });
    gate.open();
    await care.finished(turnId);
    expect((await say(care, 'again', conversationId)).record.recorded).toBe(true);
  });

  test('lets one of two messages that come together through', async () => {
    const gate = createGate();
    const { care } = setUpCare({ assistant: createScriptedAssistant({ slow: gate.respond }) });
    const { conversationId } = await say(care, 'hello');
    const both = await Promise.allSettled([1, 2].map(() => care.post(message('slow', { conversationId }))));
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    gate.open();
  });

  test('refuses what is more than it may answer at once, and nothing of it is recorded', async () => {
    const gate = createGate();
    const assistant = createScriptedAssistant({ slow: gate.respond });
    const { care, store } = setUpCare({ assistant, maxConcurrentTurns: 1 });
    const { turnId } = await care.post(message('slow'));
    let starts = 0;
    store.beforeAppend = ({ startTurn }) => {
      if (startTurn !== undefined) starts += 1;
    };
    await expect(care.post(message('more'))).rejects.toMatchObject({ code: 'overloaded' });
    expect(starts).toBe(0);
    gate.open();
    await care.finished(turnId);
    expect((await say(care, 'more')).record.recorded).toBe(true);
  });

  test('knows no conversation that was never started, nor its turns', async () => {
    const { care } = setUpCare();
    const nobody = asConversationId('nobody');
    await expect(care.post(message('hello', { conversationId: nobody }))).rejects.toMatchObject({ code: 'not_found' });
    await expect(care.history(nobody)).rejects.toMatchObject({ code: 'not_found' });
    await expect(care.erase(nobody)).rejects.toMatchObject({ code: 'not_found' });
    expect(await care.turn('nothing' as never)).toBeNull();
    await expect(care.finished('nothing' as never)).rejects.toMatchObject({ code: 'not_found' });
    await expect(care.cancel('nothing' as never)).rejects.toMatchObject({ code: 'not_found' });
  });
});
