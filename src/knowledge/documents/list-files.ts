import { readdir, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { findFormat } from './document-format.ts';
import { DocumentProblem } from './document-problem.ts';

/** What stands in a corpus folder beside its documents. */
const NOT_DOCUMENTS = new Set(['answers', 'glossary.yaml', 'organisation.yaml']);

export interface ListOptions {
  /** Told of a folder or link that cannot be followed; the walk goes on. */
  readonly onProblem?: (problem: DocumentProblem) => void;
}

/**
 * Paths of the documents under `root`, relative to it, with `/`, in an order that depends on names alone. Links are
 * followed, each folder once. Throws `DocumentProblem` when `root` itself cannot be read.
 */
export async function* listFiles(root: string, options: ListOptions = {}): AsyncGenerator<string> {
  const seen = new Set<string>();
  try {
    await readdir(root);
  } catch (cause) {
    throw new DocumentProblem(root, 'is not a folder that can be read', { cause });
  }
  yield* listFolder(root, '', seen, options);
}

async function* listFolder(
  root: string,
  folder: string,
  seen: Set<string>,
  options: ListOptions,
): AsyncGenerator<string> {
  const names = await readFolder(root, folder, seen, options);
  for (const name of names) {
    if (name.startsWith('.') || (folder === '' && NOT_DOCUMENTS.has(name))) continue;
    const path = folder === '' ? name : `${folder}/${name}`;
    const kind = await kindOf(join(root, path));
    if (kind === 'folder') yield* listFolder(root, path, seen, options);
    else if (findFormat(name) === null) continue;
    else if (kind === 'file') yield path;
    else options.onProblem?.(new DocumentProblem(path, 'leads nowhere or cannot be read'));
  }
}

async function readFolder(root: string, folder: string, seen: Set<string>, options: ListOptions): Promise<string[]> {
  try {
    const real = await realpath(join(root, folder));
    if (seen.has(real)) return [];
    seen.add(real);
    return (await readdir(real)).sort();
  } catch (cause) {
    options.onProblem?.(new DocumentProblem(folder, 'is a folder that cannot be read', { cause }));
    return [];
  }
}

async function kindOf(path: string): Promise<'file' | 'folder' | 'other'> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) return 'folder';
    return found.isFile() ? 'file' : 'other';
  } catch {
    return 'other';
  }
}
