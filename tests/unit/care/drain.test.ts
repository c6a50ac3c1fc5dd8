import { expect, test } from 'vitest';
import type { Assistant } from '#domain/turn.ts';
import { faultOf, message, setUpCare } from '../../support/care-setup.ts';
import { createGate, createScriptedAssistant } from '../../support/scripted-assistant.ts';

const deaf: Assistant['respond'] = () => new Promise(() => undefined);

test('draining lets running turns end and lets no new one in', async () => {
  const gate = createGate();
  const { care } = setUpCare({ assistant: createScriptedAssistant({ slow: gate.respond }) });
  const { turnId } = await care.post(message('slow'));
  let isDrained = false;
  const drained = care.drain(5_000).then(() => {
    isDrained = true;
  });
  await expect(care.post(message('late'))).rejects.toMatchObject({ code: 'overloaded' });
  expect(isDrained).toBe(false);
  gate.open();
  await drained;
  expect((await care.finished(turnId)).recorded).toBe(true);
});

test('draining aborts at the deadline what has not ended, and records that', async () => {
  const { care, store } = setUpCare({ assistant: createScriptedAssistant({ deaf }) });
  const { turnId } = await care.post(message('deaf'));
  await care.drain(20);
  expect(await faultOf(care.finished(turnId))).toMatchObject({ code: 'overloaded' });
  expect(await store.unfinishedTurns()).toEqual([]);
});

test('draining a quiet server is over at once', async () => {
  const { care } = setUpCare();
  await care.drain(60_000);
});
