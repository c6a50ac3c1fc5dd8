import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTestApp } from '../support/http-app.ts';

let pageDir: string;
beforeAll(async () => {
  pageDir = await mkdtemp(join(tmpdir(), 'citewell-page-'));
  await mkdir(join(pageDir, 'assets', 'folder'), { recursive: true });
  await writeFile(join(pageDir, 'index.html'), '<!doctype html>');
  await writeFile(join(pageDir, 'assets', 'main-4f3a.js'), 'export {};');
  await writeFile(join(pageDir, 'secret.txt'), 'secret');
});
afterAll(async () => {
  await rm(pageDir, { recursive: true });
});

describe('the page', () => {
  it('runs its own files only', async () => {
    const { app } = createTestApp({ pageDir });
    const response = await app.request('/');
    expect(response.headers.get('Content-Type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('Cache-Control')).toBe('no-store');
    const policy = response.headers.get('Content-Security-Policy') ?? '';
    expect(policy).toContain("default-src 'none'; script-src 'self'");
    expect(policy).not.toMatch(/unsafe|\*|https?:|nonce|data:/);
  });

  it('has assets that never change under their name', async () => {
    const { app } = createTestApp({ pageDir });
    const response = await app.request('/assets/main-4f3a.js');
    expect(response.headers.get('Content-Type')).toMatch(/^text\/javascript/);
    expect(response.headers.get('Cache-Control')).toBe('public, max-age=31536000, immutable');
    expect(await response.text()).toBe('export {};');
  });

  it.each([
    '/assets/none.js',
    '/assets/folder',
    '/assets/..%2Fsecret.txt',
    '/assets/%2e%2e/secret.txt',
    '/secret.txt',
    '/index.html',
  ])('has nothing at %s', async (path) => {
    const { app } = createTestApp({ pageDir });
    const response = await app.request(path);
    expect([response.status, response.headers.get('Cache-Control')]).toEqual([404, 'no-store']);
  });

  it('says how it is built where it is not', async () => {
    const { app } = createTestApp();
    const response = await app.request('/');
    expect([response.status, response.headers.get('Content-Type')]).toEqual([503, 'text/plain; charset=UTF-8']);
    expect(await response.text()).toContain('npm run build');
  });
});
