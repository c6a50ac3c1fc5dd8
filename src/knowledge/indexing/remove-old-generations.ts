import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { generationPrefix, unfinishedPrefix } from './generation-files.ts';

/** An unfinished folder younger than this may belong to another process that is still writing. */
const unfinishedForMs = 60 * 60 * 1_000;

/** Removes every generation but the one named, and what killed builds left behind. */
export async function removeOldGenerations(indexDir: string, keep: string, now: Date): Promise<void> {
  for (const name of await readdir(indexDir)) {
    const path = join(indexDir, name);
    const isOld = name.startsWith(generationPrefix) && name !== keep;
    if (isOld || (name.startsWith(unfinishedPrefix) && (await isAbandoned(path, now)))) {
      await rm(path, { recursive: true, force: true });
    }
  }
}

async function isAbandoned(path: string, now: Date): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return found !== null && now.getTime() - found.mtimeMs > unfinishedForMs;
}
