import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { ConversationId } from '#domain/ids.ts';
import { conversationEventSchema, conversationExportSchema, conversationSchema } from '#wire/conversation.ts';
import { createTestApp } from '../support/http-app.ts';
import { readEvents } from '../support/http-read-events.ts';

function open(test: ReturnType<typeof createTestApp>, conversationId: string, bearer: Record<string, string>) {
  const path = `/v1/conversations/${conversationId}`;
  return {
    get: (rest = '', headers = {}) => test.app.request(path + rest, { headers: { ...bearer, ...headers } }),
    erase: () => test.app.request(path, { method: 'DELETE', headers: bearer }),
  };
}

describe('a conversation', () => {
  it('is shown with its turns in order, each with its reply or its fault', async () => {
    const test = createTestApp();
    const { conversationId, bearer } = await test.begin();
    await test.chat({ message: 'this fails', conversationId }, bearer);
    test.care.hold();
    void test.chat({ message: 'Who makes it?', conversationId, locale: 'es' }, bearer);
    await wait(10);
    const shown = conversationSchema.parse(await (await open(test, conversationId, bearer).get()).json());
    expect(
      shown.turns.map(({ message, status, error, locale }) => [message, status, error?.code ?? null, locale]),
    ).toEqual([
      ['What is CIK?', 'ended', null, 'en'],
      ['this fails', 'failed', 'internal', 'en'],
      ['Who makes it?', 'running', null, 'es'],
    ]);
    expect(shown.turns[0]?.reply).toMatchObject({ outcome: 'answered', conversationToken: null });
    expect(shown.lastSeq).toBe(test.care.log.get(conversationId as ConversationId)?.length);
    test.care.letGo();
  });

  it('is exported as a file', async () => {
    const test = createTestApp();
    const { conversationId, bearer } = await test.begin();
    const response = await open(test, conversationId, bearer).get('/export');
    expect(response.headers.get('Content-Disposition')).toBe(
      `attachment; filename="conversation-${conversationId}.json"`,
    );
    const file = conversationExportSchema.parse(await response.json());
    expect(file).toMatchObject({ exportedAt: '2026-11-22T10:00:00.000Z', organisation: 'Clinic' });
    expect(file.conversation.turns).toHaveLength(1);
  });

  it('is gone once erased, for its owner; for others it never was', async () => {
    const test = createTestApp();
    const { conversationId, bearer } = await test.begin();
    const mine = open(test, conversationId, bearer);
    expect((await mine.erase()).status).toBe(204);
    for (const rest of ['', '/export', '/events']) {
      const gone = await mine.get(rest);
      expect([gone.status, await gone.json()], rest).toMatchObject([410, { error: { code: 'erased' } }]);
    }
    expect((await mine.erase()).status).toBe(410);
    expect((await test.chat({ message: 'a', conversationId }, bearer)).status).toBe(410);
    const stranger = open(test, conversationId, { Authorization: 'Bearer wrong' });
    expect((await stranger.get()).status).toBe(404);
  });

  it.each(['..', 'a b', 'x'.repeat(65), '%00'])('has no such id as %j', async (id) => {
    const { app } = createTestApp();
    const path = `/v1/conversations/${encodeURIComponent(id)}/export`;
    expect((await app.request(path, { headers: { Authorization: 'Bearer a' } })).status).toBe(404);
  });
});

describe('the live stream of a conversation', () => {
  it('tells what happens from now on, and that it was erased, and ends', async () => {
    const test = createTestApp();
    const { conversationId, bearer } = await test.begin();
    const mine = open(test, conversationId, bearer);
    const stream = (await mine.get('/events')).text();
    await wait(5);
    const { turnId } = (await (await test.chat({ message: 'Who makes it?', conversationId }, bearer)).json()) as {
      turnId: string;
    };
    await wait(5);
    await mine.erase();
    const events = readEvents(await stream);
    expect(events.map(({ event }) => event)).toEqual(['turn.done', 'erased']);
    for (const { event, data } of events) conversationEventSchema.parse({ event, data });
    expect(events[0]?.data).toMatchObject({ turnId, reply: { outcome: 'answered', conversationToken: null } });
  });

  it('is told to every tab that listens, however many', async () => {
    const warnings: string[] = [];
    const note = (warning: Error) => warnings.push(warning.name);
    process.on('warning', note);
    const test = createTestApp();
    const { conversationId, bearer } = await test.begin();
    const mine = open(test, conversationId, bearer);
    const opened = await Promise.all(Array.from({ length: 12 }, () => mine.get('/events')));
    const tabs = opened.map((response) => response.text());
    await wait(5);
    await mine.erase();
    for (const text of await Promise.all(tabs)) expect(readEvents(text).map(({ event }) => event)).toEqual(['erased']);
    process.off('warning', note);
    expect(warnings).toEqual([]);
  });

  it('goes on after any event without loss or repetition', async () => {
    const test = createTestApp();
    const { conversationId, bearer } = await test.begin();
    await test.chat({ message: 'Who makes it?', conversationId }, bearer);
    const mine = open(test, conversationId, bearer);
    const listen = async (lastEventId: string) => {
      const response = await mine.get('/events', { 'Last-Event-ID': lastEventId });
      setTimeout(() => test.streams.abort(), 30);
      return readEvents(await response.text());
    };
    const all = await listen('0');
    expect(all.map(({ event }) => event)).toEqual(['turn.done', 'turn.done']);
    const fresh = createTestApp();
    const again = await fresh.begin();
    expect(again.conversationId).toBe(conversationId);
    await fresh.chat({ message: 'Who makes it?', conversationId }, again.bearer);
    const response = await open(fresh, conversationId, again.bearer).get('/events', {
      'Last-Event-ID': all[0]?.id ?? '',
    });
    setTimeout(() => fresh.streams.abort(), 30);
    expect(readEvents(await response.text())).toEqual(all.slice(1));
  });

  it('learns of an erasure by retention, which wakes nobody', async () => {
    const test = createTestApp({ pause: (_ms, signal) => wait(5, undefined, { signal }) });
    const { conversationId, bearer } = await test.begin();
    const stream = (await open(test, conversationId, bearer).get('/events')).text();
    await wait(10);
    await test.care.erase(conversationId as ConversationId);
    expect(readEvents(await stream).map(({ event }) => event)).toEqual(['erased']);
  });
});
