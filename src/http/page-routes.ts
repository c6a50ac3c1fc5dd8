import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Hono } from 'hono';
import { getMimeType } from 'hono/utils/mime';
import { Fault } from '#domain/fault.ts';
import type { AppEnv } from './app-env.ts';
import { pagePolicy } from './secure-headers.ts';

const notBuilt = 'The page is not built. Run `npm run build` and reload. The API under /v1 works without it.\n';

/** The built page: `index.html` at `/`, and the files under `assets/`, whose names change with their content. */
export function pageRoutes(pageDir: string) {
  return new Hono<AppEnv>()
    .get('/', async (c) => {
      const page = await readIfThere(join(pageDir, 'index.html'));
      if (page === null) return c.text(notBuilt, 503);
      return c.body(page, 200, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': pagePolicy });
    })
    .get('/assets/:name', async (c) => {
      const name = c.req.param('name');
      const isPlainName = /^[\w-][\w.-]{0,120}$/.test(name);
      const asset = isPlainName ? await readIfThere(join(pageDir, 'assets', name)) : null;
      if (asset === null) throw new Fault('not_found', 'No such asset');
      return c.body(asset, 200, {
        'Content-Type': getMimeType(name) ?? 'application/octet-stream',
        'Cache-Control': 'public, max-age=31536000, immutable',
      });
    });
}

async function readIfThere(file: string): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    return new Uint8Array(await readFile(file));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null;
    if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EISDIR') return null;
    throw error;
  }
}
