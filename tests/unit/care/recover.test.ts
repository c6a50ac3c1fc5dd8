import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { allEvents, faultOf, message, namesOf, say, setUpCare } from '../../support/care-setup.ts';
import { asTurnId } from '../../support/conversation-samples.ts';
import { createGate, createScriptedAssistant } from '../../support/scripted-assistant.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

describe('after a process was killed in the middle of turns', () => {
  test('what was acknowledged is there, and every turn is ended once', { timeout: 60_000 }, async () => {
    const path = join(temporaryFolder(), 'citewell.db');
    const script = fileURLToPath(new URL('../../support/die-mid-turn.ts', import.meta.url));
    const child = spawnSync(process.execPath, ['--conditions=source', '--import', 'tsx', script, path], {
      encoding: 'utf8',
    });
    expect(child.stderr).toBe('');
    expect(child.signal).toBe('SIGKILL');
    const left = z.object({ turnId: z.string(), flaggedTurnId: z.string() }).parse(JSON.parse(child.stdout));
    const [turnId, flaggedTurnId] = [asTurnId(left.turnId), asTurnId(left.flaggedTurnId)];

    const { care, store } = setUpCare({ path });
    expect(await store.unfinishedTurns()).toHaveLength(2);
    expect(await care.recover()).toBe(2);
    expect(await care.recover()).toBe(0);
    const events = await allEvents(care, turnId);
    expect(namesOf(events)).toEqual(['1 turn', '2 sentence', '3 error']);
    expect(await faultOf(care.finished(turnId))).toMatchObject({ code: 'internal' });
    const { conversationId } = (await care.turn(turnId))!;
    expect((await say(care, 'hello again', conversationId)).record.recorded).toBe(true);

    expect(namesOf(await allEvents(care, flaggedTurnId))).toEqual(['1 turn', '2 notice', '3 done']);
    expect(await care.finished(flaggedTurnId)).toMatchObject({ handoff: { state: 'open', urgent: true } });
  });
});

test('recovery leaves alone what this process runs', async () => {
  const gate = createGate();
  const { care } = setUpCare({ assistant: createScriptedAssistant({ slow: gate.respond }) });
  const { turnId } = await care.post(message('slow'));
  expect(await care.recover()).toBe(0);
  gate.open();
  expect((await care.finished(turnId)).recorded).toBe(true);
});
