import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { Assistant } from '#domain/turn.ts';
import { allEvents, faultOf, message, namesOf, say, setUpCare } from '../../support/care-setup.ts';
import { answeredResult } from '../../support/conversation-samples.ts';
import { createGate, createScriptedAssistant, sentencePiece } from '../../support/scripted-assistant.ts';

const deaf: Assistant['respond'] = () => new Promise(() => undefined);

describe('a turn that fails', () => {
  test('ends with an error event that is recorded, and its conversation goes on', async () => {
    const assistant = createScriptedAssistant({
      broken: async (_input, release) => {
        await release(sentencePiece());
        throw new TypeError('cannot read wordsofapatient');
      },
    });
    const { care, logged } = setUpCare({ assistant });
    const { turnId, conversationId } = await care.post(message('broken'));
    expect(await faultOf(care.finished(turnId))).toMatchObject({ name: 'Fault', code: 'internal' });
    expect(namesOf(await allEvents(care, turnId))).toEqual(['1 turn', '2 sentence', '3 error']);
    expect(await care.turn(turnId)).toMatchObject({ running: false });
    expect((await say(care, 'next', conversationId)).record.recorded).toBe(true);
    expect(assistant.inputs[1]?.history).toEqual([]);
    expect(logged.join()).toContain('TypeError');
    expect(logged.join()).not.toContain('wordsofapatient');
  });

  test('ends when it is cancelled, whether the assistant listens or not', async () => {
    const gate = createGate();
    const { care } = setUpCare({ assistant: createScriptedAssistant({ slow: gate.respond, deaf }) });
    for (const text of ['slow', 'deaf']) {
      const { turnId, conversationId } = await care.post(message(text));
      await care.cancel(turnId);
      expect(await care.turn(turnId)).toMatchObject({ running: false });
      expect((await allEvents(care, turnId)).at(-1)).toMatchObject({ event: 'error', code: 'state_conflict' });
      await care.cancel(turnId);
      expect((await say(care, 'next', conversationId)).record.recorded).toBe(true);
    }
  });

  test('ends as overloaded when it takes too long', async () => {
    const { care } = setUpCare({ assistant: createScriptedAssistant({ deaf }), turnTimeoutMs: 30 });
    const { turnId } = await care.post(message('deaf'));
    expect(await faultOf(care.finished(turnId))).toMatchObject({ code: 'overloaded' });
  });

  test('takes nothing from an assistant that goes on after the end', async () => {
    let late: Promise<unknown> = Promise.resolve();
    const assistant = createScriptedAssistant({
      late: async (_input, release) => {
        await release(sentencePiece());
        late = pause(30).then(() => release(sentencePiece(1)));
        throw new Error('gave up');
      },
      stubborn: async (_input, release) => {
        await pause(40);
        await release(sentencePiece());
        return answeredResult;
      },
    });
    const { care } = setUpCare({ assistant, turnTimeoutMs: 20 });
    const first = await care.post(message('late'));
    await faultOf(care.finished(first.turnId));
    expect(await faultOf(late)).toMatchObject({ code: 'state_conflict' });
    const second = await care.post(message('stubborn'));
    await faultOf(care.finished(second.turnId));
    await pause(60);
    expect(namesOf(await allEvents(care, first.turnId))).toEqual(['1 turn', '2 sentence', '3 error']);
    expect(namesOf(await allEvents(care, second.turnId))).toEqual(['1 turn', '2 error']);
  });

  test('keeps the order of releases that nobody waited for', async () => {
    const assistant = createScriptedAssistant({
      hasty: async (_input, release) => {
        for (const index of [0, 1, 2]) void release(sentencePiece(index));
        return answeredResult;
      },
    });
    const { care, store } = setUpCare({ assistant });
    const { turnId } = await say(care, 'hasty');
    const indexes = (await allEvents(care, turnId)).flatMap((event) => (event.event === 'sentence' ? event.index : []));
    expect(indexes).toEqual([0, 1, 2]);
    store.beforeAppend = ({ startTurn }) => {
      if (startTurn === undefined) store.isDown = true;
    };
    const failing = await care.post(message('hasty'));
    expect(await faultOf(care.finished(failing.turnId))).toMatchObject({ code: 'storage_unavailable' });
  });

  test('shows no sentence that could not be recorded', async () => {
    const { care, store } = setUpCare();
    store.beforeAppend = ({ entries }) => {
      if (entries.some(({ kind, ...entry }) => kind === 'turn.event' && JSON.stringify(entry).includes('"index":1'))) {
        store.isDown = true;
      }
    };
    const { turnId, conversationId } = await care.post(message('one'));
    const events = await allEvents(care, turnId);
    expect(namesOf(events)).toEqual(['1 turn', '2 sentence', '3 error']);
    expect(events.at(-1)).toMatchObject({ code: 'storage_unavailable' });

    store.isDown = false;
    store.beforeAppend = () => undefined;
    expect((await say(care, 'two', conversationId)).record.recorded).toBe(true);
    expect(await allEvents(care, turnId)).toEqual(events);
    expect(await store.unfinishedTurns()).toEqual([]);
  });

  test('refuses calmly when nothing can be recorded', async () => {
    const { care, store } = setUpCare();
    store.isDown = true;
    await expect(care.post(message('hello'))).rejects.toMatchObject({ code: 'storage_unavailable' });
    await expect(care.recover()).rejects.toMatchObject({ code: 'storage_unavailable' });
  });
});
