import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { startFakeJudge } from '../support/fake-judge-server.ts';
import { runCommand } from '../support/process-command.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

async function labels(count: number): Promise<string> {
  const file = join(temporaryFolder(), 'labels.jsonl');
  const lines = Array.from({ length: count }, (_, at) =>
    JSON.stringify({
      claim: at % 2 === 0 ? `It is so, ${at}.` : `It is never so, ${at}.`,
      evidence: ['It is so.'],
      supported: at % 2 === 0,
      labelledBy: 'Dr. A',
      heldOut: true,
    }),
  );
  await writeFile(file, `${lines.join('\n')}\n`);
  return file;
}

describe('eval:judge', () => {
  it('says of a judge that agrees with people that it may gate, and of one that does not that it may not', async () => {
    const { baseUrl } = await startFakeJudge((prompt) => ({
      choice: /--- claim ---\nIt is so/u.test(prompt) ? 'supported' : 'not_supported',
    }));
    const env = { JUDGE_BASE_URL: baseUrl, JUDGE_MODEL: 'local', JUDGE_API_KEY: 'sk-secret' };
    const agrees = await runCommand('eval:judge', [await labels(100)], env);
    expect(agrees.code).toBe(0);
    expect(JSON.parse(agrees.stdout)).toMatchObject({ labels: 100, mayGate: true, failures: 0 });
    const few = await runCommand('eval:judge', [await labels(99)], env);
    expect(few.code).toBe(1);
    expect(JSON.parse(few.stdout)).toMatchObject({ labels: 99, mayGate: false });
    expect(agrees.stdout + agrees.stderr + few.stdout + few.stderr).not.toContain('sk-secret');
  });

  it('names the line that is no label, and asks for the judge and its bar', async () => {
    const file = join(temporaryFolder(), 'bad.jsonl');
    await writeFile(file, '{"claim": ""}\n');
    const env = { JUDGE_BASE_URL: 'http://127.0.0.1:9/v1', JUDGE_MODEL: 'local' };
    expect((await runCommand('eval:judge', [file], env)).stderr).toMatch(/^line 1: /u);
    expect((await runCommand('eval:judge', [file])).stderr).toContain('JUDGE_BASE_URL and JUDGE_MODEL');
    expect((await runCommand('eval:judge', [file, '--bar=0.4'], env)).code).toBe(2);
  });
});
