import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildPage } from '../support/page-build.ts';

let dir: string;
let html: string;
let assets: string[];
beforeAll(async () => {
  dir = await buildPage();
  html = await readFile(join(dir, 'index.html'), 'utf8');
  assets = await readdir(join(dir, 'assets'));
}, 60_000);
afterAll(() => rm(dir, { recursive: true }));

it('has nothing inline, so that a strict policy holds', () => {
  expect(html).not.toMatch(/<style|\sstyle=|\son\w+=|javascript:|data:/i);
  expect(html.match(/<script[^>]*>[^<]+/g)).toBeNull();
});

it('names its files by their content, and every file it asks for is its own', () => {
  const asked = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, path]) => path);
  expect(asked.length).toBeGreaterThanOrEqual(3);
  for (const path of asked) {
    expect(path).toMatch(/^\.\/assets\/[\w-]+-[\w-]{8}\.\w+$/);
    expect(assets).toContain(path?.slice('./assets/'.length));
  }
});

it('is light enough for a slow phone', async () => {
  const weigh = async (ending: string) => {
    const files = assets.filter((name) => name.endsWith(ending));
    const contents = await Promise.all(files.map((name) => readFile(join(dir, 'assets', name))));
    return contents.reduce((sum, content) => sum + gzipSync(content).length, 0);
  };
  expect(await weigh('.js')).toBeGreaterThan(5_000);
  expect(await weigh('.js')).toBeLessThan(45 * 1024);
  expect(await weigh('.css')).toBeLessThan(10 * 1024);
});
