import { randomBytes } from 'node:crypto';
import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

const minChars = 32;

/**
 * The configured secret, or the one kept in `dataDir`, made there the first time with mode 0600. Processes that start at
 * the same moment get the same one. Rejects when the file cannot be read or is too short: it is never replaced, because
 * every conversation token depends on it.
 */
export async function readServerSecret(configured: string | undefined, dataDir: string): Promise<string> {
  if (configured !== undefined) return configured;
  const file = join(dataDir, 'server-secret');
  const kept = (await readIfThere(file)) ?? (await create(dataDir, file));
  if (kept.length < minChars) {
    throw new Error(
      `The server secret in ${file} is shorter than ${minChars} characters. Restore it, or set SERVER_SECRET.`,
    );
  }
  return kept;
}

async function readIfThere(file: string): Promise<string | null> {
  try {
    return (await readFile(file, 'utf8')).trim();
  } catch (cause) {
    if (isCode(cause, 'ENOENT')) return null;
    throw new Error(`The server secret in ${file} cannot be read.`, { cause });
  }
}

/** Written whole under another name, then linked: `link` fails when the file exists, so nobody ever reads half a secret. */
async function create(dataDir: string, file: string): Promise<string> {
  await mkdir(dataDir, { recursive: true });
  const draft = `${file}.${randomBytes(8).toString('hex')}`;
  try {
    const handle = await open(draft, 'wx', 0o600);
    try {
      await handle.writeFile(`${randomBytes(32).toString('base64url')}\n`);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await link(draft, file);
  } catch (cause) {
    if (!isCode(cause, 'EEXIST')) {
      throw new Error(`No server secret could be made in ${dataDir}. Set SERVER_SECRET.`, { cause });
    }
  } finally {
    await rm(draft, { force: true });
  }
  return (await readFile(file, 'utf8')).trim();
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
