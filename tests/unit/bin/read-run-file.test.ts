import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readRunFile } from '../../../src/bin/evaluate/run-folder.ts';
import { caseRecord, evalReply, evalRun } from '../../support/eval-samples.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

function write(value: unknown): string {
  const file = join(temporaryFolder(), 'run.json');
  writeFileSync(file, typeof value === 'string' ? value : JSON.stringify(value));
  return file;
}

const run = evalRun([caseRecord({ replies: [evalReply('Cells are kept cold.')] })]);

it('gives a run as it was written', async () => {
  expect(await readRunFile(write(run))).toEqual(run);
});

it.each([
  ['half a file', '{'],
  ['another schema', { ...run, schema: 2 }],
  ['records of something else', { ...run, records: [{ suite: 'answers' }] }],
])('refuses %s, naming the file', async (_name, value) => {
  const file = write(value);
  await expect(readRunFile(file)).rejects.toThrow(`${file} is no run of npm run eval`);
});
