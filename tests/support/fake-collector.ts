import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';
import { onTestFinished } from 'vitest';
import { type ReceivedSpan, readOtlpSpans } from './read-otlp.ts';

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  const body = Buffer.concat(parts);
  return request.headers['content-encoding'] === 'gzip' ? gunzipSync(body) : body;
}

/** A collector on this machine that takes traces over OTLP, answers with `status`, or never where that is null. */
export async function startFakeCollector(status: number | null = 200) {
  const spans: ReceivedSpan[] = [];
  const bodies: string[] = [];
  const types: Array<string | undefined> = [];
  const server = createServer(async (request, response) => {
    const body = await bodyOf(request);
    types.push(request.headers['content-type']);
    bodies.push(body.toString('utf8'));
    spans.push(...readOtlpSpans(body));
    if (status !== null) response.writeHead(status).end();
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1/traces`, spans, bodies, types };
}
