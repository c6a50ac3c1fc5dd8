import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readSuite } from '#evaluation/read-suite.ts';
import { runCommand } from '../support/process-command.ts';
import { sampleCase } from '../support/sample-case.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const cases = (...args: string[]) => runCommand('eval:cases', args);

async function clinic(): Promise<string> {
  const folder = join(temporaryFolder(), 'clinic');
  await mkdir(folder);
  await copyFile('evals/folders/knee-clinic/orthobot.md', join(folder, 'orthobot.md'));
  await writeFile(join(folder, 'answers.jsonl'), `${JSON.stringify(sampleCase())}\n`);
  return folder;
}

describe('eval:cases', () => {
  it('takes a suite to a spreadsheet and back', async () => {
    const folder = await clinic();
    const file = join(folder, 'answers.csv');
    expect((await cases('export', 'answers', file, '--folder', folder)).code).toBe(0);
    await writeFile(file, (await readFile(file, 'utf8')).replace('How long does it take?', 'How many weeks?'));
    const done = await cases('import', file, 'answers', '--folder', folder);
    expect(done).toMatchObject({ code: 0, stdout: '0 added, 1 changed, 0 removed, 0 not accepted\n' });
    expect(await readSuite(join(folder, 'answers.jsonl'))).toEqual([sampleCase({ turns: ['How many weeks?'] })]);
  });

  it('leaves the suite to the byte when one row is wrong, and says which', async () => {
    const folder = await clinic();
    const suite = join(folder, 'answers.jsonl');
    const before = await readFile(suite);
    const file = join(folder, 'bad.csv');
    await writeFile(file, 'id,turns,outcome,author\r\nnew,Why?,answered,A\r\nworse,Why not?,perhaps,A\r\n');
    const { code, stdout, stderr } = await cases('import', file, 'answers', '--folder', folder);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/^Nothing was imported\.\nrow 3, column outcome: /u);
    expect(await readFile(suite)).toEqual(before);
  });

  it('proposes cases from the documents, and takes in those that a person accepted', async () => {
    const folder = await clinic();
    const file = join(folder, 'proposed.csv');
    expect((await cases('propose', 'orthobot', '--folder', folder, '--out', file)).stderr).toMatch(/^\d+ proposals/u);
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace('\r\n,', '\r\nyes,'));
    const done = await cases('import', file, 'answers', '--folder', folder, '--author', 'Dr. A');
    expect(done.stdout).toMatch(/^1 added, 0 changed, 0 removed, [1-9]\d* not accepted\n$/u);
    expect((await readSuite(join(folder, 'answers.jsonl')))[1]).toMatchObject({ author: 'Dr. A', reviewer: null });
  });

  it.each([
    [['export'], 'Which suite?'],
    [['import', 'file.csv'], 'Into which suite?'],
    [['export', 'answers', '--as', 'xml'], '--as is csv, ragas or promptfoo.'],
    [['convert'], 'There is no convert.'],
  ])('refuses %j as a usage error', async (args, problem) => {
    const { code, stdout, stderr } = await cases(...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(problem);
  });

  it('knows no document that is not there', async () => {
    const { code, stderr } = await cases('propose', 'nothing-like-it', '--folder', await clinic());
    expect({ code, stderr }).toEqual({ code: 1, stderr: 'No published document is called nothing-like-it.\n' });
  });
});
