import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { Fault } from '#domain/fault.ts';
import { turnEventSchema } from '#wire/turn-event.ts';
import { createTestApp, eventStream } from '../support/http-app.ts';
import { type ReadEvent, readEvents } from '../support/http-read-events.ts';

const ask = { message: 'What is CIK?' };

async function readUntil(response: Response, isEnough: (text: string) => boolean): Promise<string> {
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  let text = '';
  while (!isEnough(text)) {
    const { done, value } = await reader.read();
    if (done) break;
    text += new TextDecoder().decode(value);
  }
  await reader.cancel();
  return text;
}

describe('the stream of a turn', () => {
  it('has the headers, the order and the ids of the contract', async () => {
    const { chat } = createTestApp();
    const response = await chat(ask, eventStream);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    });
    const text = await response.text();
    expect(text.startsWith('retry: 2000\n\n')).toBe(true);
    const events = readEvents(text);
    expect(events.map(({ id, event }) => `${id} ${event}`)).toEqual(['1 turn', '2 sentence', '3 sentence', '4 done']);
    for (const { event, data } of events) turnEventSchema.parse({ event, data });
    expect(events[0]?.data.conversationToken).toMatch(/^token-of-/);
    expect(events[3]?.data.conversationToken).toBeNull();
    expect(events.slice(1, 3).map(({ data }) => data.sources.map((source: { n: number }) => source.n))).toEqual([
      [1],
      [2],
    ]);
  });

  it('says the same as the JSON reply', async () => {
    const streamed = createTestApp();
    const plain = createTestApp();
    const events = readEvents(await (await streamed.chat(ask, eventStream)).text());
    const reply = (await (await plain.chat(ask)).json()) as object;
    expect(events.at(-1)?.data).toEqual({ ...reply, conversationToken: null });
  });

  it('cut after any event and resumed, is the whole stream', async () => {
    const { chat, app } = createTestApp();
    const response = await chat({ message: 'What about my case?' }, eventStream);
    const all = readEvents(await response.text());
    const { turnId, conversationToken } = all[0]?.data ?? {};
    for (let cut = 0; cut < all.length; cut += 1) {
      const resumed = await app.request(`/v1/turns/${turnId}/events`, {
        headers: { Authorization: `Bearer ${conversationToken}`, ...(cut > 0 && { 'Last-Event-ID': String(cut) }) },
      });
      expect(resumed.status).toBe(200);
      const rest = readEvents(await resumed.text());
      expect(withoutToken([...all.slice(0, cut), ...rest])).toEqual(withoutToken(all));
    }
    const end = await app.request(`/v1/turns/${turnId}/events`, {
      headers: { Authorization: `Bearer ${conversationToken}`, 'Last-Event-ID': String(all.length) },
    });
    expect([end.status, await end.text()]).toEqual([204, '']);
  });

  it('goes on when its client leaves, and is followed live by who comes back', async () => {
    const { chat, app, care } = createTestApp();
    care.hold();
    const seen = readEvents(await readUntil(await chat(ask, eventStream), (text) => text.includes('id: 2')));
    const { turnId, conversationToken } = seen[0]?.data ?? {};
    const resumed = await app.request(`/v1/turns/${turnId}/events`, {
      headers: { Authorization: `Bearer ${conversationToken}`, 'Last-Event-ID': '2' },
    });
    setTimeout(() => care.letGo(), 20);
    expect(readEvents(await resumed.text()).map(({ event }) => event)).toEqual(['sentence', 'done']);
    expect(care.cancelled).toEqual([]);
  });

  it('sends a comment while nothing happens', async () => {
    const { chat, care } = createTestApp({ pause: (_ms, signal) => wait(5, undefined, { signal }) });
    care.hold();
    const response = await chat(ask, eventStream);
    const text = await readUntil(response, (read) => read.split(': still here\n\n').length > 3);
    expect(text.endsWith(': still here\n\n')).toBe(true);
    expect(readEvents(text).map(({ event }) => event)).toEqual(['turn', 'sentence', 'sentence']);
    care.letGo();
  });

  it('waits 15 seconds between comments', async () => {
    const waits: number[] = [];
    const { chat } = createTestApp({
      pause: (ms) => {
        waits.push(ms);
        return new Promise(() => undefined);
      },
    });
    await (await chat(ask, eventStream)).text();
    expect(new Set(waits)).toEqual(new Set([15_000]));
  });

  it('takes no event from its source before the client took the last', async () => {
    const { chat, care } = createTestApp();
    let taken = 0;
    const follow = care.follow.bind(care);
    care.follow = async function* (...args) {
      for await (const event of follow(...args)) {
        taken += 1;
        yield event;
      }
    };
    const reader = ((await chat(ask, eventStream)).body as ReadableStream<Uint8Array>).getReader();
    await reader.read();
    await reader.read();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(taken).toBe(1);
    await reader.cancel();
  });

  it('ends a turn that failed with one error event', async () => {
    const { chat } = createTestApp();
    const events = readEvents(await (await chat({ message: 'this fails' }, eventStream)).text());
    expect(events.map(({ id, event }) => `${id} ${event}`)).toEqual(['1 turn', '2 error']);
    expect(events[1]?.data.error).toMatchObject({ code: 'internal', message: 'Something went wrong.' });
  });

  it('that breaks ends with an error from which nobody resumes, without its message', async () => {
    const { chat, care, lines } = createTestApp();
    const follow = care.follow.bind(care);
    care.follow = async function* (...args) {
      for await (const event of follow(...args)) {
        if (event.n === 3) throw new Error('disk CANARY');
        yield event;
      }
    };
    const text = await (await chat(ask, eventStream)).text();
    expect(readEvents(text).map(({ id, event }) => `${id} ${event}`)).toEqual(['1 turn', '2 sentence', 'null error']);
    expect(text + lines.join()).not.toContain('CANARY');
  });

  it('is plain JSON when refused before its first byte', async () => {
    const { chat } = createTestApp();
    const response = await chat({ message: '' }, eventStream);
    expect([response.status, response.headers.get('Content-Type')]).toEqual([422, 'application/json']);
  });

  it('ends without a last event when the server stops, to be resumed elsewhere', async () => {
    const { chat, care, streams } = createTestApp();
    care.hold();
    const response = await chat(ask, eventStream);
    setTimeout(() => streams.abort(), 20);
    expect(readEvents(await response.text()).map(({ event }) => event)).toEqual(['turn', 'sentence', 'sentence']);
    care.letGo();
  });

  it.each(['x', '-1', '1.5', '9'.repeat(20)])('refuses Last-Event-ID %s', async (id) => {
    const { begin, app } = createTestApp();
    const { turnId, bearer } = await begin();
    const response = await app.request(`/v1/turns/${turnId}/events`, { headers: { ...bearer, 'Last-Event-ID': id } });
    expect(response.status).toBe(422);
  });
});

describe('a turn', () => {
  it('is cancelled by its owner only', async () => {
    const { begin, app, care } = createTestApp();
    const { turnId, bearer } = await begin();
    const cancel = (headers = {}) => app.request(`/v1/turns/${turnId}/cancel`, { method: 'POST', headers });
    expect((await cancel()).status).toBe(401);
    expect((await cancel({ Authorization: 'Bearer wrong' })).status).toBe(404);
    expect(care.cancelled).toEqual([]);
    expect((await cancel(bearer)).status).toBe(204);
    expect(care.cancelled).toEqual([turnId]);
  });

  it('is followed although its conversation cannot be read, as when it was never stored', async () => {
    const { begin, app, care } = createTestApp();
    const { turnId, bearer } = await begin();
    for (const code of ['not_found', 'storage_unavailable'] as const) {
      care.history = () => Promise.reject(new Fault(code, 'Unreadable'));
      const response = await app.request(`/v1/turns/${turnId}/events`, { headers: bearer });
      expect(readEvents(await response.text()).at(-1)).toMatchObject({
        event: 'done',
        data: { disclaimer: 'Not medical advice (en).' },
      });
    }
  });

  it('of an erased conversation is gone', async () => {
    const { begin, app } = createTestApp();
    const { turnId, conversationId, bearer } = await begin();
    await app.request(`/v1/conversations/${conversationId}`, { method: 'DELETE', headers: bearer });
    expect((await app.request(`/v1/turns/${turnId}/events`, { headers: bearer })).status).toBe(410);
  });
});

function withoutToken(events: ReadEvent[]) {
  return events.map(({ id, event, data }) => ({ id, event, data: { ...data, conversationToken: null } }));
}
