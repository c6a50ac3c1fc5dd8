import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { allEvents, faultOf, message, say, setUpCare } from '../../support/care-setup.ts';
import { dayMs } from '../../support/fake-clock.ts';
import { createGate, createScriptedAssistant } from '../../support/scripted-assistant.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

describe('erasing a conversation', () => {
  test('takes its words out of the files and leaves a tombstone', async () => {
    const folder = temporaryFolder();
    const { care } = setUpCare({ path: join(folder, 'citewell.db') });
    const holding = (words: string) =>
      readdirSync(folder).filter((name) => readFileSync(join(folder, name)).includes(words));
    const { turnId, conversationId } = await say(care, 'my aunt Wilhelmina has questions');
    expect(holding('Wilhelmina')).not.toEqual([]);
    await care.erase(conversationId);
    expect(holding('Wilhelmina')).toEqual([]);
    expect(holding('How are cells kept?')).toEqual([]);
    for (const gone of [
      care.history(conversationId),
      care.post(message('hello again', { conversationId })),
      care.finished(turnId),
      allEvents(care, turnId),
      care.erase(conversationId),
    ]) {
      expect(await faultOf(gone)).toMatchObject({ code: 'erased' });
    }
    expect(await care.turn(turnId)).toEqual({ conversationId, running: false });
  });

  test('stops the turn that runs in it, and who follows it is told', async () => {
    const gate = createGate();
    const folder = temporaryFolder();
    const assistant = createScriptedAssistant({ 'slow Wilhelmina': gate.respond });
    const { care } = setUpCare({ path: join(folder, 'citewell.db'), assistant });
    const { turnId, conversationId } = await care.post(message('slow Wilhelmina'));
    const followed = allEvents(care, turnId);
    await care.erase(conversationId);
    expect((await followed).at(-1)).toMatchObject({ event: 'error', code: 'erased' });
    gate.open();
    for (const name of readdirSync(folder)) expect(readFileSync(join(folder, name)).includes('Wilhelmina')).toBe(false);
  });

  test('by another process ends the turn that runs here', async () => {
    const gate = createGate();
    const { care, restart } = setUpCare({ assistant: createScriptedAssistant({ slow: gate.respond }) });
    const { turnId, conversationId } = await care.post(message('slow'));
    const followed = allEvents(care, turnId);
    await restart().erase(conversationId);
    gate.open();
    expect((await followed).at(-1)).toMatchObject({ event: 'error', code: 'erased' });
    expect(await faultOf(care.finished(turnId))).toMatchObject({ code: 'erased' });
  });
});

test('a purge erases what has been silent for longer than the retention, by the clock', async () => {
  const { care, clock } = setUpCare({ retentionDays: 30 });
  const old = await say(care, 'old');
  const revived = await say(care, 'revived');
  clock.advance(20 * dayMs);
  await say(care, 'more', revived.conversationId);
  clock.advance(10 * dayMs);
  expect(await care.purge()).toBe(0);
  clock.advance(1);
  expect(await care.purge()).toBe(1);
  expect(await faultOf(care.history(old.conversationId))).toMatchObject({ code: 'erased' });
  expect(await care.history(revived.conversationId)).not.toEqual([]);
});
