import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readHnswIndex } from '#knowledge/vectors/hnsw-index.ts';
import { createBm25Index } from '#knowledge/words/bm25-index.ts';
import { checksumFile } from './checksum-file.ts';
import { decodeColumns } from './columns-file.ts';
import { currentPointer, dataFiles, generationFiles, generationPrefix } from './generation-files.ts';
import type { KnowledgeIndex } from './knowledge-index.ts';
import { indexFormat, type Manifest, manifestSchema } from './manifest.ts';
import { readPassageTable } from './passage-table.ts';

export interface ExpectedIndex {
  readonly encoder: string | null;
  readonly corpus: string;
}

export type ReadGeneration =
  | { readonly index: KnowledgeIndex; readonly name: string }
  | { readonly index: null; readonly reason: string };

/** The name that the pointer holds; null when there is none. */
export async function readCurrentName(indexDir: string): Promise<string | null> {
  const text = await readFile(join(indexDir, currentPointer), 'utf8').catch((error: unknown) => {
    if (isMissing(error)) return null;
    throw error;
  });
  const name = text?.trim() ?? '';
  return name.startsWith(generationPrefix) && /^[A-Za-z0-9-]+$/.test(name) ? name : null;
}

/**
 * Reads the index in use if it is what these documents and this encoder would give, and whole: every file's checksum is
 * verified before anything reads it, because hnswlib ends the process on a damaged one. Otherwise says why not.
 */
export async function readGeneration(indexDir: string, expected: ExpectedIndex): Promise<ReadGeneration> {
  try {
    const name = await readCurrentName(indexDir);
    if (name === null) return { index: null, reason: 'there is none yet' };
    const folder = join(indexDir, name);
    const manifest = manifestSchema.parse(JSON.parse(await readFile(join(folder, generationFiles.manifest), 'utf8')));
    const reason = unfit(manifest, expected) ?? (await damage(folder, manifest));
    return reason === null ? { index: await openGeneration(folder, manifest), name } : { index: null, reason };
  } catch (error) {
    return { index: null, reason: `it cannot be read (${error instanceof Error ? error.name : 'unknown error'})` };
  }
}

function unfit(manifest: Manifest, expected: ExpectedIndex): string | null {
  if (manifest.format !== indexFormat) return `its format is ${manifest.format}, not ${indexFormat}`;
  if (manifest.encoder !== expected.encoder) return 'another encoder made it';
  if (manifest.corpus !== expected.corpus) return 'the documents have changed';
  return null;
}

async function damage(folder: string, manifest: Manifest): Promise<string | null> {
  for (const name of dataFiles(manifest.encoder !== null)) {
    const expected = manifest.files[name];
    const found = await checksumFile(join(folder, name)).catch((error: unknown) => {
      if (isMissing(error)) return null;
      throw error;
    });
    if (expected === undefined || found === null) return `${name} is missing`;
    if (found.bytes !== expected.bytes || found.sha256 !== expected.sha256) return `${name} is damaged`;
  }
  return null;
}

async function openGeneration(folder: string, { files: _, ...identity }: Manifest): Promise<KnowledgeIndex> {
  const read = async (name: string) => readFile(join(folder, name));
  const passages = readPassageTable(await read(generationFiles.passages));
  const words = decodeColumns(await read(generationFiles.words));
  const index = createBm25Index({
    terms: words.strings('terms'),
    offsets: words.integers('offsets'),
    passages: words.integers('passages'),
    gains: words.floats('gains'),
    titleOf: words.integers('titleOf'),
    titleOffsets: words.integers('titleOffsets'),
    titles: words.integers('titles'),
    size: identity.passages,
  });
  if (identity.dimensions === null) return { identity, passages, words: index, vectors: null };
  const pieces = decodeColumns(await read(generationFiles.pieces));
  return {
    identity,
    passages,
    words: index,
    vectors: {
      index: await readHnswIndex(join(folder, generationFiles.vectors), identity.dimensions),
      pieces: { starts: pieces.integers('starts'), passageOf: pieces.integers('passageOf') },
    },
  };
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
