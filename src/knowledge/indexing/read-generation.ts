import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { checksumFile } from './checksum-file.ts';
import { dataFiles, generationFiles, generationPrefix } from './generation-files.ts';
import type { KnowledgeIndex } from './knowledge-index.ts';
import { type IndexKey, type Manifest, nameKey, readManifest } from './manifest.ts';
import { openGeneration } from './open-generation.ts';

export type ReadGeneration =
  | { readonly index: KnowledgeIndex; readonly name: string }
  | { readonly index: null; readonly reason: string };

/**
 * Reads the saved index that was made from just these documents by this encoder, if it is whole: every file's checksum is
 * verified before anything reads it, because hnswlib ends the process on a damaged one. Otherwise says why there is none.
 */
export async function readGeneration(indexDir: string, wanted: IndexKey): Promise<ReadGeneration> {
  const names = await listGenerations(indexDir);
  const prefix = `${generationPrefix}${nameKey(wanted)}-`;
  let reason: string | null = null;
  for (const name of names.filter((candidate) => candidate.startsWith(prefix))) {
    const read = await readNamed(indexDir, name, (manifest) => unfit(manifest, wanted));
    if (read.index !== null) return read;
    reason = read.reason;
  }
  return { index: null, reason: reason ?? (await whyNone(indexDir, names, wanted)) };
}

/** Reads a saved index of other documents that `accept` takes, made by the same recipe and encoder; null when none is. */
export async function readOtherGeneration(
  indexDir: string,
  wanted: IndexKey,
  accept: (index: KnowledgeIndex) => boolean,
): Promise<KnowledgeIndex | null> {
  for (const name of await listGenerations(indexDir)) {
    const { index } = await readNamed(indexDir, name, ({ corpus, ...made }) =>
      unfit({ ...made, corpus }, { ...wanted, corpus }),
    );
    if (index !== null && accept(index)) return index;
  }
  return null;
}

/** In the order of their names; none when there is no folder. */
async function listGenerations(indexDir: string): Promise<readonly string[]> {
  try {
    return (await readdir(indexDir)).filter((name) => name.startsWith(generationPrefix)).sort();
  } catch (error) {
    if (isCode(error, 'ENOENT') || isCode(error, 'ENOTDIR')) return [];
    throw error;
  }
}

async function readNamed(
  indexDir: string,
  name: string,
  refuse: (manifest: Manifest) => string | null,
): Promise<ReadGeneration> {
  const folder = join(indexDir, name);
  try {
    const manifest = readManifest(await readFile(join(folder, generationFiles.manifest), 'utf8'));
    const reason = refuse(manifest) ?? (await damage(folder, manifest));
    return reason === null ? { index: await openGeneration(folder, manifest), name } : { index: null, reason };
  } catch (error) {
    return { index: null, reason: `it cannot be read (${error instanceof Error ? error.name : 'unknown error'})` };
  }
}

function unfit(manifest: IndexKey, wanted: IndexKey): string | null {
  if (manifest.recipe !== wanted.recipe) return 'it was made in another way';
  if (manifest.encoder !== wanted.encoder) return 'another encoder made it';
  if (manifest.corpus !== wanted.corpus) return 'the documents have changed';
  return null;
}

async function whyNone(indexDir: string, names: readonly string[], wanted: IndexKey): Promise<string> {
  for (const name of names) {
    const read = await readNamed(indexDir, name, (manifest) => unfit(manifest, wanted) ?? 'its name is not its own');
    if (read.index === null) return read.reason;
  }
  return 'there is none yet';
}

async function damage(folder: string, manifest: Manifest): Promise<string | null> {
  for (const name of dataFiles(manifest.encoder !== null)) {
    const expected = manifest.files[name];
    const found = await checksumFile(join(folder, name)).catch((error: unknown) => {
      if (isCode(error, 'ENOENT')) return null;
      throw error;
    });
    if (expected === undefined || found === null) return `${name} is missing`;
    if (found.bytes !== expected.bytes || found.sha256 !== expected.sha256) return `${name} is damaged`;
  }
  return null;
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
