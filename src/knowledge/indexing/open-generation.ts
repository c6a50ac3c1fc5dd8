import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readHnswIndex } from '#knowledge/vectors/hnsw-index.ts';
import { createBm25Index } from '#knowledge/words/bm25-index.ts';
import { decodeColumns } from './columns-file.ts';
import { generationFiles } from './generation-files.ts';
import type { KnowledgeIndex } from './knowledge-index.ts';
import type { Manifest } from './manifest.ts';
import { readPassageTable } from './passage-table.ts';

/** The index in a folder whose files were verified before. */
export async function openGeneration(
  folder: string,
  { files: _files, seal: _seal, ...identity }: Manifest,
): Promise<KnowledgeIndex> {
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
