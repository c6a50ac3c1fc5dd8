import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readServerSecret } from '#config/server-secret.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'citewell-secret-'));
});
afterEach(async () => {
  await rm(dir, { recursive: true, force: true });
});

it('uses the configured secret and writes nothing', async () => {
  expect(await readServerSecret('x'.repeat(32), dir)).toBe('x'.repeat(32));
  expect(await readdir(dir)).toEqual([]);
});

it('creates one that only its owner reads, and keeps it', async () => {
  const data = join(dir, 'new', 'var');
  const first = await readServerSecret(undefined, data);
  expect(first).toMatch(/^[A-Za-z0-9_-]{43}$/);
  expect(await readServerSecret(undefined, data)).toBe(first);
  expect((await stat(join(data, 'server-secret'))).mode & 0o777).toBe(0o600);
  expect(await readdir(data)).toEqual(['server-secret']);
});

it('gives everyone who starts at the same moment the same one', async () => {
  const secrets = await Promise.all(Array.from({ length: 20 }, () => readServerSecret(undefined, dir)));
  expect(new Set(secrets).size).toBe(1);
  expect(await readdir(dir)).toEqual(['server-secret']);
});

it('refuses a secret that was cut short and leaves it alone', async () => {
  await writeFile(join(dir, 'server-secret'), 'short');
  await expect(readServerSecret(undefined, dir)).rejects.toThrow(/shorter than 32/);
  expect(await readFile(join(dir, 'server-secret'), 'utf8')).toBe('short');
});

it('refuses what it cannot read', async () => {
  await mkdir(join(dir, 'server-secret'));
  await expect(readServerSecret(undefined, dir)).rejects.toThrow(/cannot be read/);
});
