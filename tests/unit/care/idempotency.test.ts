import { expect, test } from 'vitest';
import { message, say, setUpCare } from '../../support/care-setup.ts';
import { dayMs } from '../../support/fake-clock.ts';
import { createGate, createScriptedAssistant } from '../../support/scripted-assistant.ts';

const idempotency = { key: 'a-key-of-a-client', bodyHash: 'body' };

test('the same request gives the same turn and the same token, running or ended', async () => {
  const gate = createGate();
  const assistant = createScriptedAssistant({ slow: gate.respond });
  const { care } = setUpCare({ assistant });
  const first = await care.post(message('slow', { idempotency }));
  expect(await care.post(message('slow', { idempotency }))).toEqual(first);
  gate.open();
  const record = await care.finished(first.turnId);
  expect(await care.post(message('slow', { idempotency }))).toEqual(first);
  expect(await care.finished(first.turnId)).toEqual(record);
  expect(assistant.inputs).toHaveLength(1);
});

test('twenty at once give one turn, even where fewer may run', async () => {
  const gate = createGate();
  const assistant = createScriptedAssistant({ slow: gate.respond });
  const { care, store } = setUpCare({ assistant, maxConcurrentTurns: 4 });
  const started = await Promise.all(Array.from({ length: 20 }, () => care.post(message('slow', { idempotency }))));
  expect(new Set(started.map((turn) => JSON.stringify(turn))).size).toBe(1);
  expect(await store.unfinishedTurns()).toHaveLength(1);
  gate.open();
  await care.finished(started[0]!.turnId);
  expect(assistant.inputs).toHaveLength(1);
});

test('twenty at once in a conversation give one turn and no token', async () => {
  const { care, assistant } = setUpCare();
  const { conversationId } = await say(care, 'hello');
  const posted = message('again', { conversationId, idempotency });
  const started = await Promise.all(Array.from({ length: 20 }, () => care.post(posted)));
  expect(new Set(started.map(({ turnId }) => turnId)).size).toBe(1);
  expect(started.every(({ conversationToken }) => conversationToken === null)).toBe(true);
  await care.finished(started[0]!.turnId);
  expect(assistant.inputs).toHaveLength(2);
});

test('the same key with another body is refused', async () => {
  const { care } = setUpCare();
  await care.post(message('one', { idempotency }));
  const refused = care.post(message('two', { idempotency: { ...idempotency, bodyHash: 'other' } }));
  await expect(refused).rejects.toMatchObject({ code: 'key_reused' });
});

test('a key belongs to its conversation', async () => {
  const { care } = setUpCare();
  const first = await care.post(message('one', { idempotency }));
  await care.finished(first.turnId);
  const second = await care.post(message('one', { idempotency, conversationId: first.conversationId }));
  expect(second.turnId).not.toBe(first.turnId);
});

test('a key is free again after 24 hours', async () => {
  const { care, clock } = setUpCare();
  const first = await care.post(message('one', { idempotency }));
  clock.advance(dayMs);
  expect(await care.post(message('one', { idempotency }))).toEqual(first);
  clock.advance(1);
  const later = await care.post(message('one', { idempotency: { ...idempotency, bodyHash: 'other' } }));
  expect(later.turnId).not.toBe(first.turnId);
});

test('the store never sees a key as it was sent', async () => {
  const { care, store } = setUpCare();
  let seen = '';
  store.beforeAppend = (unit) => {
    seen += JSON.stringify(unit);
  };
  await care.post(message('one', { idempotency }));
  expect(seen).not.toContain(idempotency.key);
});
