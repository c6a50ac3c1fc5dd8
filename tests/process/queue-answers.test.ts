import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { caseRecord, evalReply, evalRun } from '../support/eval-samples.ts';
import { runCommand } from '../support/process-command.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

function setUp(text: string) {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'corpus'));
  const run = join(folder, 'run.json');
  writeFileSync(run, text);
  const env = { CORPUS_DIR: join(folder, 'corpus'), DATA_DIR: join(folder, 'data') };
  return (...args: string[]) => runCommand('queue-answers', [run, ...args], env);
}

const record = (suite: string, i: number) =>
  caseRecord({ suite, id: `${suite}-${i}`, turns: [`Question ${i}?`], replies: [evalReply('Cells are kept cold.')] });

const run = JSON.stringify(
  evalRun([...Array.from({ length: 100 }, (_one, i) => record('answers', i)), record('injection', 1)]),
);

it('puts a drawn share of a suite up for review, and none of it twice', { timeout: 60_000 }, async () => {
  const queue = setUp(run);
  expect(await queue('--suite', 'injection')).toMatchObject({
    code: 0,
    stdout: '1 of 1 answers were put up for review\n',
  });
  const { stdout } = await queue('--suite', 'answers', '--percent', '20');
  const added = Number(/^(\d+) of 100 /.exec(stdout)?.[1]);
  // Four standard errors about 20.
  expect(Math.abs(added - 20)).toBeLessThan(17);
  expect((await queue('--suite', 'answers', '--percent', '20')).stdout).toMatch(/^0 of 100 /);
  expect((await queue()).stdout).toBe(`${100 - added} of 101 answers were put up for review\n`);
});

it.each([
  ['half a file', '{', [], 1, 'is no run of npm run eval'],
  ['another schema', '{"schema":2,"records":[]}', [], 1, 'is no run of npm run eval'],
  ['a suite that is not there', run, ['--suite', 'none'], 2, 'The run has no such answers.'],
  ['no share at all', run, ['--percent', '0'], 2, '--percent must be'],
] as const)('refuses %s', async (_name, text, args, code, words) => {
  const ended = await setUp(text)(...args);
  expect(ended).toMatchObject({ code, stdout: '' });
  expect(ended.stderr).toContain(words);
});
