import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'vite';

/** Builds the page as it is delivered, into a directory of its own. Gives the directory. */
export async function buildPage(): Promise<string> {
  const outDir = await mkdtemp(join(tmpdir(), 'citewell-page-'));
  await build({ configFile: 'vite.config.ts', logLevel: 'warn', build: { outDir } });
  return outDir;
}
