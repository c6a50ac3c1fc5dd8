import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { evalRunSchema } from '#evaluation/run/run-record.ts';
import { runCommand } from '../support/process-command.ts';

const out = mkdtempSync(join(tmpdir(), 'citewell-eval-'));
afterAll(() => rmSync(out, { recursive: true, force: true }));
const evaluate = (...args: string[]) => runCommand('evaluate', ['--suite', 'disagreements', '--out', out, ...args]);
const digestOf = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');
const fileOf = (run: string, file = 'run.json') => join(out, run, file);

describe('npm run eval', () => {
  it('runs a suite, goes on with a run that was broken off, and ends with the same bytes', async () => {
    const whole = await evaluate('--run', 'whole', '--jobs', '3');
    expect(whole.code).toBe(0);
    const run = evalRunSchema.parse(JSON.parse(readFileSync(fileOf('whole'), 'utf8')));
    expect(run.records.length).toBeGreaterThan(5);
    expect(run.identity).toMatchObject({ corpus: expect.stringMatching(/^[0-9a-f]{64}$/u), model: null });
    // As a kill leaves it: some records, the last one half written.
    const lines = readFileSync(fileOf('whole', 'records.jsonl'), 'utf8').split('\n');
    const begun = `${lines.slice(0, 5).join('\n')}\n${lines[5]?.slice(0, 40)}`;
    for (const name of ['broken-off', 'begun']) mkdirSync(join(out, name));
    writeFileSync(fileOf('broken-off', 'records.jsonl'), begun);
    writeFileSync(fileOf('begun', 'records.jsonl'), begun);
    expect((await evaluate('--run', 'broken-off')).code).toBe(0);
    expect(digestOf(fileOf('broken-off'))).toBe(digestOf(fileOf('whole')));
  }, 180_000);

  it('ends with status 1 where the gate fails, and names what got worse', async () => {
    const run = evalRunSchema.parse(JSON.parse(readFileSync(fileOf('whole'), 'utf8')));
    const better = {
      ...run,
      records: run.records.map((one) => ({
        ...one,
        checks: { ...one.checks, ...(one.checks['right'] === false && { right: true }) },
      })),
    };
    writeFileSync(fileOf('whole'), JSON.stringify(better));
    const ended = await evaluate('--run', 'worse', '--compare', 'whole', '--gate');
    expect(ended.code).toBe(1);
    expect(ended.stdout).toContain('FAILS Disagreements: Right, of all');
  }, 120_000);

  it('refuses a suite that does not exist, and a gate on the test split', async () => {
    const unknown = await runCommand('evaluate', ['--suite', 'nonsense']);
    expect(unknown).toMatchObject({ code: 2, stdout: '' });
    expect(unknown.stderr).toContain('No suite is called nonsense');
    expect((await runCommand('evaluate', ['--gate', '--split', 'test'])).code).toBe(2);
  });

  it('goes on neither with a finished run nor with one that other cases were asked of', async () => {
    const finished = await evaluate('--run', 'whole');
    expect(finished).toMatchObject({ code: 1, stdout: '' });
    expect(finished.stderr).toContain('is finished');
    const others = await evaluate('--run', 'begun', '--sample', '3');
    expect(others).toMatchObject({ code: 1, stdout: '' });
    expect(others.stderr).toContain('was begun with other cases');
  }, 90_000);

  it('ends with status 1 and says why where the target cannot be reached', async () => {
    const ended = await evaluate('--run', 'nowhere', '--target', 'http://127.0.0.1:1', '--gate');
    expect(ended).toMatchObject({ code: 1, stdout: '' });
    expect(ended.stderr).not.toBe('');
  }, 60_000);
});
