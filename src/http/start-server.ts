import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { getRequestListener } from '@hono/node-server';
import type { Care } from '#care/care.ts';
import { answerBrokenRequest } from './answer-broken-request.ts';
import type { HttpLog } from './app-deps.ts';
import type { App } from './create-app.ts';

export interface ServerOptions {
  readonly app: Pick<App, 'fetch'>;
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  readonly care: Pick<Care, 'drain'>;
  /** The controller whose signal the app got as `stopping`. */
  readonly streams: AbortController;
  readonly log: HttpLog;
  /** How long running turns may take to end once the server stops. */
  readonly drainMs?: number;
}

export interface RunningServer {
  readonly url: string;
  readonly port: number;
  /**
   * Takes no new connections, lets running turns end and their streams deliver the end, ends the other streams, closes.
   * Resolves when nothing is open any more; asked twice, it is the same stop.
   */
  stop(): Promise<void>;
}

const headersTimeoutMs = 20_000;
/** For a request to arrive, not for its answer: a turn or a stream may take longer. */
const requestTimeoutMs = 30_000;
/** Longer than the 60 s of common proxies, so that it is never us who close a connection they are about to use. */
const keepAliveMs = 65_000;
const lastRepliesMs = 2000;

/** Listens. Rejects when it cannot. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { app, host, port, log } = options;
  const errorHandler = answerBrokenRequest(log);
  const server = createServer(
    { headersTimeout: headersTimeoutMs, requestTimeout: requestTimeoutMs, keepAliveTimeout: keepAliveMs },
    getRequestListener(app.fetch, { errorHandler }),
  );
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const { port: taken, address, family } = server.address() as AddressInfo;
  let stopped: Promise<void> | null = null;
  return {
    url: `http://${family === 'IPv6' ? `[${address}]` : address}:${taken}`,
    port: taken,
    stop() {
      stopped ??= stopServer(server, options);
      return stopped;
    },
  };
}

async function stopServer(server: Server, { care, streams, drainMs = 20_000 }: ServerOptions): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve());
  });
  // Connections that fall idle while their last answer goes out are closed too.
  const sweep = setInterval(() => server.closeIdleConnections(), 50);
  try {
    await care.drain(drainMs);
  } finally {
    streams.abort();
    const tooLong = new AbortController();
    await Promise.race([closed, wait(lastRepliesMs, undefined, { signal: tooLong.signal })]);
    tooLong.abort();
    server.closeAllConnections();
    await closed;
    clearInterval(sweep);
  }
}
