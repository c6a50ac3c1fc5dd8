import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readSuite } from '#evaluation/read-suite.ts';
import { replaceFile } from '#evaluation/replace-file.ts';
import { writeSuite } from '#evaluation/write-suite.ts';
import { sampleCase } from '../../support/sample-case.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

it('keeps the line of a case that did not change, to the byte', async () => {
  const file = join(temporaryFolder(), 'suite.jsonl');
  const spaced = JSON.stringify(sampleCase()).replaceAll('":', '": ').replaceAll(',"', ', "');
  await writeFile(file, `${spaced}\n${JSON.stringify(sampleCase({ id: 'b' }))}\n`);
  const changed = sampleCase({ id: 'b', turns: ['Why?'] });
  await writeSuite(file, [sampleCase(), changed]);
  expect((await readFile(file, 'utf8')).split('\n')).toEqual([spaced, JSON.stringify(changed), '']);
});

it('writes a suite that is not there yet, and reads it again', async () => {
  const file = join(temporaryFolder(), 'new.jsonl');
  await writeSuite(file, [sampleCase()]);
  expect(await readSuite(file)).toEqual([sampleCase()]);
});

it('leaves the old file and no other when writing fails', async () => {
  const folder = temporaryFolder();
  const file = join(folder, 'suite.jsonl');
  await writeFile(file, 'old');
  // A folder of that name cannot be replaced by a file.
  await expect(replaceFile(folder, 'new')).rejects.toThrow();
  expect(await readdir(folder)).toEqual(['suite.jsonl']);
  expect(await readFile(file, 'utf8')).toBe('old');
});
