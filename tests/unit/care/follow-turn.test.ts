import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { Care } from '#care/care.ts';
import type { TurnEvent } from '#domain/conversation.ts';
import { allEvents, message, namesOf, say, setUpCare } from '../../support/care-setup.ts';
import { createGate, createScriptedAssistant } from '../../support/scripted-assistant.ts';

function slowCare() {
  const gate = createGate();
  return { gate, ...setUpCare({ assistant: createScriptedAssistant({ slow: gate.respond }) }) };
}

describe('following a turn', () => {
  test('shows nothing that is not recorded', async () => {
    const { care, store, gate } = slowCare();
    const { turnId, conversationId } = await care.post(message('slow'));
    store.beforeAppend = () => pause(10);
    gate.open();
    for await (const event of care.follow(turnId, 0, new AbortController().signal)) {
      const recorded = (await store.entries(conversationId)).map(({ body }) => body);
      expect(recorded).toContainEqual({ kind: 'turn.event', turnId, event });
    }
  });

  test('goes on after any event as if it had never stopped, live and from the log', async () => {
    const { care, gate } = slowCare();
    const { turnId } = await care.post(message('slow'));
    const live = Promise.all([0, 1, 2, 3, 4, 5].map((after) => allEvents(care, turnId, after)));
    gate.open();
    const streams = await live;
    const whole = streams[0]!;
    expect(namesOf(whole)).toEqual(['1 turn', '2 sentence', '3 sentence', '4 done']);
    for (const [after, stream] of streams.entries()) expect(stream).toEqual(whole.slice(after));
    for (const after of [0, 1, 2, 3, 4, 5]) expect(await allEvents(care, turnId, after)).toEqual(whole.slice(after));
  });

  test('joins a turn half-way without a gap or a repetition', async () => {
    const { care, gate } = slowCare();
    const { turnId } = await care.post(message('slow'));
    await pause(20);
    const joined = allEvents(care, turnId);
    gate.open();
    expect(namesOf(await joined)).toEqual(['1 turn', '2 sentence', '3 sentence', '4 done']);
  });

  test('waits for a slow reader, who still sees everything once', async () => {
    const { care, gate } = slowCare();
    const { turnId } = await care.post(message('slow'));
    const seen: TurnEvent[] = [];
    gate.open();
    for await (const event of care.follow(turnId, 0, new AbortController().signal)) {
      seen.push(event);
      await pause(15);
    }
    expect(await care.turn(turnId)).toMatchObject({ running: false });
    expect(namesOf(seen)).toEqual(['1 turn', '2 sentence', '3 sentence', '4 done']);
  });

  test('ends quietly when the reader goes, and the turn does not', async () => {
    const { care, gate } = slowCare();
    const { turnId } = await care.post(message('slow'));
    const controller = new AbortController();
    const seen: TurnEvent[] = [];
    for await (const event of care.follow(turnId, 0, controller.signal)) {
      seen.push(event);
      if (event.n === 2) setTimeout(() => controller.abort(), 5);
    }
    expect(namesOf(seen)).toEqual(['1 turn', '2 sentence']);
    gate.open();
    expect((await care.finished(turnId)).result.outcome.kind).toBe('answered');
  });

  test('leaves no listener on the signal', async () => {
    const { care, gate } = slowCare();
    const { turnId } = await care.post(message('slow'));
    const { signal } = new AbortController();
    let listeners = 0;
    const add = signal.addEventListener.bind(signal);
    const remove = signal.removeEventListener.bind(signal);
    signal.addEventListener = (...args: Parameters<typeof add>) => {
      listeners += 1;
      add(...args);
    };
    signal.removeEventListener = (...args: Parameters<typeof remove>) => {
      listeners -= 1;
      remove(...args);
    };
    const reading = (async (reader: Care) => {
      for await (const _ of reader.follow(turnId, 0, signal)) await pause(1);
    })(care);
    await pause(20);
    expect(listeners).toBe(1);
    gate.open();
    await reading;
    expect(listeners).toBe(0);
  });

  test('follows a turn that another process runs', async () => {
    const { care, gate, restart } = slowCare();
    const { turnId } = await care.post(message('slow'));
    const elsewhere = restart();
    expect(await elsewhere.turn(turnId)).toMatchObject({ running: true });
    await expect(elsewhere.cancel(turnId)).rejects.toMatchObject({ code: 'state_conflict' });
    const followed = allEvents(elsewhere, turnId);
    const controller = new AbortController();
    const left = (async () => {
      const seen: TurnEvent[] = [];
      for await (const event of elsewhere.follow(turnId, 0, controller.signal)) seen.push(event);
      return namesOf(seen);
    })();
    await pause(50);
    controller.abort();
    expect(await left).toEqual(['1 turn', '2 sentence']);
    gate.open();
    expect(namesOf(await followed)).toEqual(['1 turn', '2 sentence', '3 sentence', '4 done']);
  });

  test('gives the whole log of a conversation as history', async () => {
    const { care, store } = setUpCare();
    const { conversationId } = await say(care, 'one');
    await say(care, 'two', conversationId);
    const history = await care.history(conversationId);
    expect(history).toEqual(await store.entries(conversationId));
    expect(history.map(({ seq }) => seq)).toEqual(Array.from({ length: history.length }, (_, index) => index + 1));
  });
});
