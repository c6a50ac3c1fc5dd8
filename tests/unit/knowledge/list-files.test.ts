import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { DocumentProblem } from '#knowledge/documents/document-problem.ts';
import { listFiles } from '#knowledge/documents/list-files.ts';
import { readDocumentFile } from '#knowledge/documents/read-document-file.ts';

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'corpus-'));
});

afterEach(() => rm(root, { recursive: true }));

async function put(...paths: string[]): Promise<void> {
  for (const path of paths) {
    await mkdir(join(root, path, '..'), { recursive: true });
    await writeFile(join(root, path), 'Text.');
  }
}

async function list(problems: DocumentProblem[] = []): Promise<string[]> {
  const files: string[] = [];
  for await (const file of listFiles(root, { onProblem: (problem) => problems.push(problem) })) files.push(file);
  return files;
}

it('lists documents by name and nothing else', async () => {
  await put('b.md', 'a/z.HTML', 'a/answers/c.txt', 'a.txt', 'answers/x.md', 'glossary.yaml', 'organisation.yaml');
  await put('.hidden.md', '.git/x.md', 'picture.png', 'folder.md/inside.markdown');
  expect(await list()).toEqual(['a/answers/c.txt', 'a/z.HTML', 'a.txt', 'b.md', 'folder.md/inside.markdown']);
});

it('follows links, each folder once, and tells of those that lead nowhere', async () => {
  await put('a/one.md');
  await symlink(root, join(root, 'a', 'loop'));
  await symlink(join(root, 'a', 'one.md'), join(root, 'link.md'));
  await symlink(join(root, 'gone'), join(root, 'broken.md'));
  const problems: DocumentProblem[] = [];
  expect(await list(problems)).toEqual(['a/one.md', 'link.md']);
  expect(problems.map((problem) => problem.message)).toEqual(['broken.md: leads nowhere or cannot be read']);
});

it('refuses a folder that is not there', async () => {
  await expect(listFiles(join(root, 'gone')).next()).rejects.toThrow(DocumentProblem);
});

it('reads a file, or says why not', async () => {
  await put('a/one.md');
  expect((await readDocumentFile(root, 'a/one.md')).id).toBe('a/one');
  await expect(readDocumentFile(root, 'a/two.md')).rejects.toThrow('a/two.md: cannot be read');
  await writeFile(join(root, 'big.md'), new Uint8Array(10 * 1024 * 1024 + 1));
  await expect(readDocumentFile(root, 'big.md')).rejects.toThrow('is larger than 10 MiB');
});
