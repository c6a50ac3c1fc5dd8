import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { writeClinic } from '../support/process-clinic.ts';
import { type Env, runCommand } from '../support/process-command.ts';

const folder = mkdtempSync(join(tmpdir(), 'citewell-'));
const corpus = writeClinic(join(folder, 'clinic'));
const isRoot = process.getuid?.() === 0;
const slow = 60_000;

afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function expectFault(env: Env, said: RegExp): Promise<void> {
  const { code, stdout, stderr } = await runCommand('serve', [], { CORPUS_DIR: corpus, PORT: '0', ...env });
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr.trimEnd().split('\n')).toEqual([expect.stringMatching(said)]);
}

describe.concurrent('serve does not start', () => {
  it('with bad settings: every name is listed, no value', async () => {
    const bad = { PORT: '70007', RETENTION_DAYS: 'forever', LOG_LEVEL: 'chatty', SERVER_SECRET: 'tooshort' };
    const { code, stdout, stderr } = await runCommand('serve', [], { ...bad, DATA_DIR: join(folder, 'never') });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    for (const [name, value] of Object.entries(bad)) {
      expect(stderr).toContain(`${name} must be`);
      expect(stderr).not.toContain(value);
    }
    expect(stderr.trimEnd()).not.toContain('\n');
  });

  it('on a file that is no database, which it names and leaves as it is', { timeout: slow }, async () => {
    const file = join(folder, 'letter.db');
    writeFileSync(file, 'This is a letter, not a database. '.repeat(200));
    await expectFault(
      { DATA_DIR: join(folder, 'letter'), DATABASE_URL: `file:${file}` },
      /letter\.db: The database file is not a database\.$/,
    );
  });

  it('on a port that something else has', { timeout: slow }, async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    await expectFault({ DATA_DIR: join(folder, 'port'), PORT: String(port) }, /EADDRINUSE/);
    other.close();
  });

  it('where its data folder is a file', { timeout: slow }, async () => {
    const file = join(folder, 'taken');
    writeFileSync(file, '');
    await expectFault({ DATA_DIR: file }, /taken/);
  });

  it.skipIf(isRoot)('where its data folder can not be made', { timeout: slow }, async () => {
    await expectFault({ DATA_DIR: '/proc/citewell' }, /\/proc\/citewell/);
  });

  it('over a corpus folder that is not there', { timeout: slow }, async () => {
    await expectFault({ CORPUS_DIR: join(folder, 'nowhere'), DATA_DIR: join(folder, 'd') }, /nowhere \(CORPUS_DIR\)/);
  });
});
