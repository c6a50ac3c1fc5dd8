import { mkdir, mkdtemp } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { checksumFile, type FileChecksum } from './checksum-file.ts';
import { type Column, encodeColumns } from './columns-file.ts';
import { flushToDisk, renameDurably, writeDurably } from './durable-file.ts';
import { currentPointer, dataFiles, generationFiles, generationPrefix, unfinishedPrefix } from './generation-files.ts';
import type { KnowledgeIndex } from './knowledge-index.ts';

/**
 * Saves an index so that a crash at any moment leaves the previous one in use: files and manifest go to an unfinished
 * folder and to the disk, the folder gets its name, then the pointer is replaced. Gives the generation's name.
 */
export async function writeGeneration(indexDir: string, index: KnowledgeIndex): Promise<string> {
  await mkdir(indexDir, { recursive: true });
  const folder = await mkdtemp(join(indexDir, unfinishedPrefix));
  const { vectors } = index;
  await writeDurably(join(folder, generationFiles.passages), encodeColumns(index.passages.columns));
  const { size: _, ...columns } = index.words.columns;
  const words: Record<string, Column> = { ...columns };
  await writeDurably(join(folder, generationFiles.words), encodeColumns(words));
  if (vectors !== null) {
    const pieces: Record<string, Column> = { ...vectors.pieces };
    await writeDurably(join(folder, generationFiles.pieces), encodeColumns(pieces));
    await vectors.index.write(join(folder, generationFiles.vectors));
    await flushToDisk(join(folder, generationFiles.vectors));
  }
  const files: Record<string, FileChecksum> = {};
  for (const name of dataFiles(vectors !== null)) files[name] = await checksumFile(join(folder, name));
  const manifest = `${JSON.stringify({ ...index.identity, files }, null, 2)}\n`;
  await writeDurably(join(folder, generationFiles.manifest), manifest);
  await flushToDisk(folder);

  const name = basename(folder).replace(unfinishedPrefix, generationPrefix);
  await renameDurably(folder, join(indexDir, name));
  const pointer = join(indexDir, `${unfinishedPrefix}${name}.${currentPointer}`);
  await writeDurably(pointer, `${name}\n`);
  await renameDurably(pointer, join(indexDir, currentPointer));
  return name;
}
