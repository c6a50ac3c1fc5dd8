import { stat } from 'node:fs/promises';

/** Rejects with the setting's name when the folder cannot be used. */
export async function requireCorpusFolder(folder: string): Promise<void> {
  const found = await stat(folder).catch(() => null);
  if (found?.isDirectory() !== true)
    throw new Error(`The corpus folder ${folder} (CORPUS_DIR) is no folder that can be read.`);
}
