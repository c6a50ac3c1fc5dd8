import { describe, expect, test } from 'vitest';
import type { Assistant } from '#domain/turn.ts';
import { allEvents, faultOf, message, namesOf, say, setUpCare } from '../../support/care-setup.ts';
import { answeredResult, emergencyCard, escalatedResult } from '../../support/conversation-samples.ts';
import { createGate, createScriptedAssistant } from '../../support/scripted-assistant.ts';

const emergency = 'I have chest pain';
const deaf: Assistant['respond'] = () => new Promise(() => undefined);

describe('an emergency', () => {
  test('is recorded with the card and an urgent open handoff', async () => {
    const { care, store } = setUpCare();
    const { record, turnId, conversationId } = await say(care, emergency);
    expect(record).toMatchObject({ recorded: true, handoff: { state: 'open', urgent: true, referenceCode: null } });
    expect(namesOf(await allEvents(care, turnId))).toEqual(['1 turn', '2 notice', '3 done']);
    expect((await care.history(conversationId)).at(-1)?.body).toEqual({
      kind: 'handoff',
      turnId,
      handoff: record.handoff,
    });
    expect((await store.conversation(conversationId))?.state.levelReached).toBe('emergency');
  });

  test('is shown while the store is down, and says that it was not recorded', async () => {
    const { care, store, clock, logged } = setUpCare();
    store.isDown = true;
    const started = await care.post(message(emergency));
    expect(care.holdsToken(started.conversationId, started.conversationToken ?? '')).toBe(true);
    expect(await care.finished(started.turnId)).toEqual({
      conversationId: started.conversationId,
      turnId: started.turnId,
      recorded: false,
      result: escalatedResult,
      handoff: null,
      finishedAt: clock.now().toISOString(),
    });
    expect(namesOf(await allEvents(care, started.turnId))).toEqual(['1 turn', '2 notice', '3 done']);
    expect(namesOf(await allEvents(care, started.turnId, 2))).toEqual(['3 done']);
    expect(await care.turn(started.turnId)).toEqual({ conversationId: started.conversationId, running: false });
    expect(logged.join()).toContain('without being recorded');
    expect(logged.join()).not.toContain('chest');
  });

  test('that was not recorded is forgotten after a while, and never more than a thousand are kept', async () => {
    const { care, store, clock } = setUpCare();
    store.isDown = true;
    const first = await care.post(message(emergency));
    clock.advance(11 * 60_000);
    const second = await care.post(message(emergency));
    store.isDown = false;
    expect(await care.turn(first.turnId)).toBeNull();
    store.isDown = true;
    for (let count = 0; count < 1_000; count++) await care.post(message(emergency));
    store.isDown = false;
    expect(await care.turn(second.turnId)).toBeNull();
  });

  test('gets through while another message is being answered, and is recorded beside it', async () => {
    const gate = createGate();
    const { care, store } = setUpCare({ assistant: createScriptedAssistant({ slow: gate.respond }) });
    const running = await care.post(message('slow'));
    const { conversationId } = running;
    const started = await care.post(message(emergency, { conversationId }));
    const record = await care.finished(started.turnId);
    expect(record).toMatchObject({ recorded: true, handoff: { state: 'open', urgent: true } });
    expect(namesOf(await allEvents(care, started.turnId))).toEqual(['1 turn', '2 notice', '3 done']);
    expect(await care.turn(running.turnId)).toMatchObject({ running: true });
    gate.open();
    expect((await care.finished(running.turnId)).result.outcome.kind).toBe('answered');
    expect((await store.conversation(conversationId))?.state.levelReached).toBe('emergency');
  });

  test('gets through when too much is going on, and when the server is stopping', async () => {
    const gate = createGate();
    const assistant = createScriptedAssistant({ slow: gate.respond });
    const { care } = setUpCare({ assistant, maxConcurrentTurns: 1 });
    await care.post(message('slow'));
    const crowded = await say(care, emergency);
    expect(crowded.record).toMatchObject({ recorded: true, handoff: { urgent: true } });
    expect(crowded.conversationToken).not.toBeNull();
    expect((await care.history(crowded.conversationId)).map(({ body }) => body.kind)).toEqual([
      'conversation.started',
      'turn.started',
      'turn.event',
      'turn.event',
      'turn.event',
      'handoff',
    ]);
    gate.open();
    await care.drain(1_000);
    expect((await say(care, emergency)).record.recorded).toBe(true);
  });

  test('gets through in a conversation that was erased', async () => {
    const { care } = setUpCare();
    const { conversationId } = await say(care, 'hello');
    await care.erase(conversationId);
    expect((await say(care, emergency, conversationId)).record).toMatchObject({ recorded: false, handoff: null });
    expect(await faultOf(care.history(conversationId))).toMatchObject({ code: 'erased' });
  });

  test('ends with its card when the assistant breaks, hangs or is cancelled', async () => {
    const scripts = {
      [`${emergency} 1`]: async () => {
        throw new Error('broken');
      },
      [`${emergency} 2`]: deaf,
      [`${emergency} 3`]: (async (_input, release, signal) => {
        await release({ type: 'notice', notice: emergencyCard });
        return await deaf(_input, release, signal);
      }) satisfies Assistant['respond'],
    };
    const { care } = setUpCare({ assistant: createScriptedAssistant(scripts), turnTimeoutMs: 40 });
    for (const text of Object.keys(scripts)) {
      const started = await care.post(message(text));
      if (text.endsWith('2')) await care.cancel(started.turnId);
      expect(await care.finished(started.turnId)).toMatchObject({
        recorded: true,
        result: { outcome: { kind: 'escalated' } },
        handoff: { state: 'open', urgent: true },
      });
      expect(namesOf(await allEvents(care, started.turnId))).toEqual(['1 turn', '2 notice', '3 done']);
    }
  });

  test('that begins recorded and cannot end so is shown all the same, and a person hears of it later', async () => {
    const { care, store } = setUpCare();
    store.beforeAppend = ({ startTurn }) => {
      if (startTurn === undefined) store.isDown = true;
    };
    const { turnId, conversationId } = await care.post(message(emergency));
    expect(await care.finished(turnId)).toMatchObject({ recorded: false, handoff: null });
    const shown = await allEvents(care, turnId);
    expect(namesOf(shown)).toEqual(['1 turn', '2 notice', '3 done']);

    store.isDown = false;
    store.beforeAppend = () => undefined;
    await say(care, 'someone else');
    expect(await allEvents(care, turnId)).toEqual(shown);
    expect((await care.history(conversationId)).at(-1)?.body).toMatchObject({
      kind: 'handoff',
      handoff: { state: 'open', urgent: true },
    });
    expect((await store.conversation(conversationId))?.state.levelReached).toBe('emergency');
  });

  test('that only the conversation as a whole gives away is shown too when its end cannot be recorded', async () => {
    const assistant = createScriptedAssistant({ 'and now it is worse': async () => escalatedResult });
    const { care, store } = setUpCare({ assistant });
    store.beforeAppend = ({ endTurn }) => {
      if (endTurn !== undefined) store.isDown = true;
    };
    const { turnId } = await care.post(message('and now it is worse'));
    expect(await care.finished(turnId)).toMatchObject({ recorded: false, result: { outcome: { kind: 'escalated' } } });
  });

  test('is told again under the handoff that is open, and never becomes less urgent', async () => {
    const { care } = setUpCare();
    const first = await say(care, emergency);
    const again = await say(care, emergency, first.conversationId);
    expect(again.record.handoff).toEqual(first.record.handoff);
  });

  test('is still answered by the turn when the red-flag rules themselves fail', async () => {
    const assistant = createScriptedAssistant({ hello: async () => answeredResult });
    const broken = {
      ...assistant,
      inputs: assistant.inputs,
      busy: 0,
      escalate: () => {
        throw new Error('chest pain rule is broken');
      },
    };
    const { care, logged } = setUpCare({ assistant: broken });
    expect((await say(care, 'hello')).record.recorded).toBe(true);
    expect(logged.join()).toContain('red-flag rules failed');
    expect(logged.join()).not.toContain('chest pain');
  });
});
