import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createProcessLock } from '#storage/sqlite/process-lock.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

const holder = fileURLToPath(new URL('../../support/hold-lock-forever.ts', import.meta.url));

function lockIn(folder: string) {
  const path = join(folder, 'writer-lock');
  return { path, lock: createProcessLock({ path, clock: createFakeClock() }) };
}

/** Another process that tries to take the lock, and what it said. */
async function otherProcess(path: string): Promise<{ child: ChildProcess; said: string }> {
  const child = spawn(process.execPath, ['--conditions=source', '--import', 'tsx', holder, path], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  const [text] = await once(child.stdout.setEncoding('utf8'), 'data');
  return { child, said: String(text).trim() };
}

describe('a lock between processes', () => {
  test('is held once, also within a process, until it is released', () => {
    const { path, lock } = lockIn(temporaryFolder());
    const release = lock.tryAcquire();
    expect(release).not.toBeNull();
    expect(lock.tryAcquire()).toBeNull();
    expect(createProcessLock({ path, clock: createFakeClock() }).tryAcquire()).toBeNull();
    release?.();
    release?.();
    const again = lock.tryAcquire();
    expect(again).not.toBeNull();
    again?.();
  });

  test('is not got by another process, also after this one has tried twice', async () => {
    const { path, lock } = lockIn(temporaryFolder());
    const release = lock.tryAcquire();
    expect(lock.tryAcquire()).toBeNull();
    expect((await otherProcess(path)).said).toBe('refused');
    release?.();
    expect((await otherProcess(path)).said).toBe('held');
  });

  test('is free as soon as its holder is killed, whose number is told until then', async () => {
    const { path, lock } = lockIn(temporaryFolder());
    const { child, said } = await otherProcess(path);
    expect(said).toBe('held');
    expect(lock.tryAcquire()).toBeNull();
    expect(lock.holder()).toContain(`process ${child.pid}, since 20`);
    child.kill('SIGKILL');
    await once(child, 'exit');
    const release = lock.tryAcquire();
    expect(release).not.toBeNull();
    release?.();
    expect(lock.holder()).toBeNull();
  });

  test('says so when it cannot be used at all', () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'file'), '');
    const lock = createProcessLock({ path: join(folder, 'file', 'writer-lock'), clock: createFakeClock() });
    expect(() => lock.tryAcquire()).toThrowError(expect.objectContaining({ code: 'storage_unavailable' }));
  });
});
