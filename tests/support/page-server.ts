import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { pagePolicy } from '#http/secure-headers.ts';
import type { Reply } from '#wire/reply.ts';
import { type Asked, type Script, Teller } from './page-teller.ts';

export interface PageServer {
  readonly url: string;
  /** Every request in order: method, path, headers, body. */
  readonly requests: readonly Asked[];
  /** What `POST /v1/chat` does from now on. */
  chat: Script;
  /** What `GET /v1/turns/:id/events` does from now on. */
  events: Script;
  /** Bodies of the other routes by path, without the query: a status of its own as `[status, body]`. */
  readonly bodies: Map<string, unknown>;
  close(): Promise<void>;
}

/** The contract as a script: serves the built page and says on each route what a test told it to. */
export async function startPageServer(pageDir: string): Promise<PageServer> {
  const requests: Asked[] = [];
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      response.destroy(error instanceof Error ? error : undefined);
    });
  });
  const page: Omit<PageServer, 'url'> = {
    requests,
    chat: (teller) => teller.refuse(404, 'not_found'),
    events: (teller) => teller.refuse(404, 'not_found'),
    bodies: new Map(),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const asked = await readRequest(request);
    requests.push(asked);
    const path = decodeURIComponent(asked.path.split('?')[0] ?? '/');
    const teller = new Teller(asked, response);
    if (path === '/v1/chat') return page.chat(teller);
    if (/^\/v1\/turns\/[^/]+\/events$/.test(path)) return page.events(teller);
    const given = page.bodies.get(`${asked.method} ${path}`) ?? page.bodies.get(path);
    if (given !== undefined) {
      const [status, body] = Array.isArray(given) ? (given as [number, unknown]) : [200, given];
      return teller.json(status, body);
    }
    const isAsset = /^\/assets\/[\w.-]+$/.test(path);
    if (path !== '/' && !isAsset) return teller.refuse(404, 'not_found');
    const file = await readFile(join(pageDir, path === '/' ? 'index.html' : path));
    const types: Record<string, string> = { '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml' };
    response.writeHead(200, {
      'Content-Type': types[extname(path)] ?? 'text/html; charset=utf-8',
      'Content-Security-Policy': pagePolicy,
    });
    response.end(file);
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return Object.assign(page, { url });
}

async function readRequest(request: IncomingMessage): Promise<Asked> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const body = Buffer.concat(chunks).toString();
  return {
    method: request.method ?? '',
    path: request.url ?? '/',
    headers: request.headers,
    body: body === '' ? {} : (JSON.parse(body) as Asked['body']),
  };
}

/** Streams a whole reply as the contract orders it. */
export const streams =
  (reply: Reply, { pauseMs = 0 } = {}): Script =>
  (teller) =>
    teller.stream(reply, pauseMs);
