import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { runCommand } from '../support/process-command.ts';
import { suiteAnswer } from '../support/review-samples.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const { sentences, ...reply } = suiteAnswer.reply;

function setUp(text: string) {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'corpus'));
  const run = join(folder, 'run.json');
  writeFileSync(run, text);
  const env = { CORPUS_DIR: join(folder, 'corpus'), DATA_DIR: join(folder, 'data') };
  return (...args: string[]) => runCommand('queue-answers', [run, ...args], env);
}

const record = (suite: string, i: number) => ({
  suite,
  id: `${suite}-${i}`,
  turns: [`Question ${i}?`],
  replies: [{ ...reply, answer: { text: 'x', sentences } }],
});

const run = JSON.stringify({
  schema: 1,
  records: [...Array.from({ length: 100 }, (_one, i) => record('answers', i)), record('injection', 1)],
});

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
  ['{', [], 1, 'is no run of npm run eval'],
  ['{"schema":2,"records":[]}', [], 1, 'is no run of npm run eval'],
  [run, ['--suite', 'none'], 2, 'The run has no such answers.'],
  [run, ['--percent', '0'], 2, '--percent must be'],
] as const)('refuses what it cannot use: %.20s %j', async (text, args, code, words) => {
  const ended = await setUp(text)(...args);
  expect(ended).toMatchObject({ code, stdout: '' });
  expect(ended.stderr).toContain(words);
});
