import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { Fault } from '#domain/fault.ts';
import { isWholeHnswFile } from '#knowledge/vectors/is-whole-hnsw-file.ts';
import { checksumBytes, checksumFile, type FileChecksum } from './checksum-file.ts';
import { type Column, encodeColumns } from './columns-file.ts';
import { flushToDisk, renameDurably, writeDurably } from './durable-file.ts';
import { asFileFault } from './file-fault.ts';
import { generationFiles, generationPrefix, unfinishedPrefix } from './generation-files.ts';
import type { KnowledgeIndex } from './knowledge-index.ts';
import { nameKey, sealManifest } from './manifest.ts';

/**
 * Saves an index whole or not at all: its files and manifest go to an unfinished folder and to the disk, then the folder
 * gets its name, by which it is found. Gives that name. Fault: `storage_unavailable`; nothing is left behind then.
 */
export async function writeGeneration(indexDir: string, index: KnowledgeIndex): Promise<string> {
  let folder: string | null = null;
  try {
    await mkdir(indexDir, { recursive: true });
    folder = await mkdtemp(join(indexDir, `${unfinishedPrefix}${nameKey(index.identity)}-`));
    const files = await writeFiles(folder, index);
    const manifest = sealManifest({ ...index.identity, files });
    await writeDurably(join(folder, generationFiles.manifest), JSON.stringify(manifest, null, 2));
    await flushToDisk(folder);
    const name = basename(folder).replace(unfinishedPrefix, generationPrefix);
    await renameDurably(folder, join(indexDir, name));
    return name;
  } catch (error) {
    if (folder !== null) await rm(folder, { recursive: true, force: true });
    throw asFileFault(error);
  }
}

async function writeFiles(folder: string, index: KnowledgeIndex): Promise<Record<string, FileChecksum>> {
  const files: Record<string, FileChecksum> = {};
  async function writeColumns(name: string, columns: Readonly<Record<string, Column>>): Promise<void> {
    const bytes = encodeColumns(columns);
    await writeDurably(join(folder, name), bytes);
    files[name] = checksumBytes(bytes);
  }
  const { vectors } = index;
  const { size: _, ...words } = index.words.columns;
  await writeColumns(generationFiles.passages, index.passages.columns);
  await writeColumns(generationFiles.words, words);
  if (vectors !== null) {
    await writeColumns(generationFiles.pieces, { ...vectors.pieces });
    const path = join(folder, generationFiles.vectors);
    await vectors.index.write(path);
    // hnswlib does not say when the disk is full.
    if (!(await isWholeHnswFile(path, vectors.index.size))) {
      throw new Fault('storage_unavailable', 'The vectors could not be written whole: the disk may be full.');
    }
    await flushToDisk(path);
    files[generationFiles.vectors] = await checksumFile(path);
  }
  return files;
}
