import { connect } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type RunningServer, startServer } from '#http/start-server.ts';
import { stopOnSignals } from '#http/stop-on-signals.ts';
import { createTestApp, eventStream } from '../support/http-app.ts';
import { readEvents } from '../support/http-read-events.ts';

const running: RunningServer[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.stop()));
});

async function start(over: Parameters<typeof createTestApp>[0] = {}) {
  const test = createTestApp(over);
  const { app, care, streams } = test;
  const server = await startServer({ app, host: '127.0.0.1', port: 0, care, streams, log: test.deps.log });
  running.push(server);
  const post = (path: string, body: object, headers = {}) =>
    fetch(server.url + path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  return { ...test, server, post };
}

function speak(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let heard = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    socket.on('data', (data) => {
      heard += data;
    });
    socket.on('close', () => resolve(heard));
    socket.on('error', reject);
  });
}

describe('the server', () => {
  it('answers over a socket, in JSON and as a stream', async () => {
    const { post } = await start();
    expect((await post('/v1/chat', { message: 'a' })).status).toBe(200);
    const streamed = await post('/v1/chat', { message: 'a' }, { ...eventStream, 'Accept-Encoding': 'gzip' });
    expect(streamed.headers.get('Content-Encoding')).toBeNull();
    expect(readEvents(await streamed.text()).map(({ event }) => event)).toEqual([
      'turn',
      'sentence',
      'sentence',
      'done',
    ]);
  });

  it('refuses an endless chunked body while it is still coming', async () => {
    const { server } = await start();
    const chunk = `4000\r\n${' '.repeat(0x4000)}\r\n`;
    const head =
      'POST /v1/chat HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n';
    const answer = await speak(server.port, head + chunk.repeat(5));
    expect(answer).toMatch(/^HTTP\/1.1 413 /);
    expect(answer).toContain('body_too_large');
  });

  it('answers a request whose host is none in the shape of the contract', async () => {
    const { server } = await start();
    const answer = await speak(server.port, 'GET /healthz HTTP/1.1\r\nHost: a b c\r\nConnection: close\r\n\r\n');
    expect(answer).toMatch(/^HTTP\/1.1 400 /);
    expect(answer).toContain('"requestId"');
  });

  it('does not cancel a turn whose client hangs up, and writes nothing to the console', async () => {
    const spies = (['log', 'info', 'warn', 'error'] as const).map((name) => vi.spyOn(console, name));
    const { post, care } = await start();
    care.hold();
    const hangUp = new AbortController();
    const response = await fetch(`${running[0]?.url}/v1/chat`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...eventStream },
      body: '{"message":"a"}',
      signal: hangUp.signal,
    });
    await response.body?.getReader().read();
    hangUp.abort();
    await wait(50);
    expect(care.cancelled).toEqual([]);
    care.letGo();
    expect((await post('/v1/chat', { message: 'b' })).status).toBe(200);
    for (const spy of spies) expect(spy).not.toHaveBeenCalled();
  });

  it('stops when running turns have ended: their streams are whole, live streams end, no one gets in', async () => {
    const { post, care, server, begin } = await start();
    const { conversationId, bearer } = await begin();
    const live = await fetch(`${server.url}/v1/conversations/${conversationId}/events`, { headers: bearer });
    care.hold();
    const turn = await post('/v1/chat', { message: 'a' }, eventStream);
    const waiting = post('/v1/chat', { message: 'b' });
    await wait(50);
    const stopped = server.stop();
    await expect(fetch(`${server.url}/healthz`)).rejects.toThrow();
    expect(readEvents(await turn.text()).at(-1)?.event).toBe('done');
    expect((await waiting).status).toBe(200);
    expect(readEvents(await live.text())).toEqual([]);
    await stopped;
    expect(server.stop()).toBe(server.stop());
  });

  it('rejects when its port is taken', async () => {
    const { server, app, care, streams, deps } = await start();
    const again = startServer({ app, host: '127.0.0.1', port: server.port, care, streams, log: deps.log });
    await expect(again).rejects.toThrow(/EADDRINUSE/);
  });
});

describe('a signal', () => {
  function signalled(stop: () => Promise<void>) {
    const listeners = new Map<string, () => void>();
    const codes: number[] = [];
    const signals = { on: (name: string, listener: () => void) => listeners.set(name, listener) };
    const { log } = createTestApp().deps;
    stopOnSignals({ signals, stop, exit: (code) => codes.push(code), log });
    return { send: (name: string) => listeners.get(name)?.(), codes };
  }

  it('stops in order and exits with 0', async () => {
    const { send, codes } = signalled(async () => undefined);
    send('SIGTERM');
    await wait(1);
    expect(codes).toEqual([0]);
  });

  it('sent again exits at once', () => {
    const { send, codes } = signalled(() => new Promise(() => undefined));
    send('SIGTERM');
    expect(codes).toEqual([]);
    send('SIGINT');
    expect(codes).toEqual([1]);
  });

  it('exits with 1 when stopping fails', async () => {
    const { send, codes } = signalled(() => Promise.reject(new Error('no')));
    send('SIGINT');
    await wait(1);
    expect(codes).toEqual([1]);
  });
});
