import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

/** The commit that is checked out, with a plus where files differ from it; null outside a repository. */
export function readCommit(root: string): string | null {
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', root, ...args], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
  try {
    const changed = git('status', '--porcelain', '--', 'src', 'prompts', 'corpus', 'package-lock.json') !== '';
    return `${git('rev-parse', 'HEAD')}${changed ? '+' : ''}`;
  } catch {
    // No git, or no repository: an installed package has neither.
    return null;
  }
}

const digest = (data: string | Buffer): string => createHash('sha256').update(data).digest('hex');

/** Digest of every file below a folder, by its path there. */
export function digestFiles(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return Object.fromEntries(
    files.map((file) => [relative(folder, file).replaceAll('\\', '/'), digest(readFileSync(file))]),
  );
}

/** One digest of them all. */
export const digestFolder = (folder: string): string => digest(JSON.stringify(digestFiles(folder)));
