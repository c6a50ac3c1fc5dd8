import { open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Waits until a file or folder, with what was written to it, is on the disk. */
export async function flushToDisk(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

export async function writeDurably(path: string, data: Buffer | string): Promise<void> {
  const handle = await open(path, 'w');
  try {
    await handle.writeFile(data);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Either the old name or the new one holds after a crash, never half of it. */
export async function renameDurably(from: string, to: string): Promise<void> {
  await rename(from, to);
  await flushToDisk(dirname(to));
}
