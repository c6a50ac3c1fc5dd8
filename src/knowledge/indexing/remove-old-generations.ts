import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { generationPrefix, unfinishedPrefix } from './generation-files.ts';

/** What earlier builds pointed with. */
const formerPointer = 'current';

/** Removes every generation but the one named, and what killed builds left. Only the one writer may call it. */
export async function removeOldGenerations(indexDir: string, keep: string): Promise<void> {
  for (const name of await readdir(indexDir)) {
    const isOurs = name.startsWith(generationPrefix) || name.startsWith(unfinishedPrefix) || name === formerPointer;
    if (isOurs && name !== keep) await rm(join(indexDir, name), { recursive: true, force: true });
  }
}
