import { describe, expect, it } from 'vitest';
import { createTestApp } from '../support/http-app.ts';

const json = { 'Content-Type': 'application/json' };

async function outcome(response: Response) {
  const body = (await response.json()) as { error?: { code: string }; notice?: { id: string } };
  return [response.status, body.error?.code ?? null] as const;
}

function chunked(total: number, chunk = 1024): ReadableStream<Uint8Array> {
  let sent = 0;
  return new ReadableStream({
    pull(controller) {
      if (sent >= total) return controller.close();
      controller.enqueue(new TextEncoder().encode(' '.repeat(Math.min(chunk, total - sent))));
      sent += chunk;
    },
  });
}

describe('a request body', () => {
  it('of 64 KiB is read, and one byte more is refused with the emergency line', async () => {
    const { postJson } = createTestApp();
    const fill = (bytes: number) => `{"query":"x"}${' '.repeat(bytes - 13)}`;
    expect((await postJson('/v1/search', fill(65_536))).status).toBe(200);
    const refused = await postJson('/v1/search', fill(65_537));
    expect(refused.status).toBe(413);
    expect(await refused.json()).toMatchObject({ error: { code: 'body_too_large' }, notice: { id: 'emergency-line' } });
  });

  it('that comes in chunks without a length is counted as it comes', async () => {
    const { app } = createTestApp();
    const send = (total: number) =>
      app.request('/v1/chat', { method: 'POST', headers: json, body: chunked(total), duplex: 'half' } as RequestInit);
    expect(await outcome(await send(65_537))).toEqual([413, 'body_too_large']);
    expect(await outcome(await send(10_000_000))).toEqual([413, 'body_too_large']);
    expect(await outcome(await send(1000))).toEqual([400, 'bad_json']);
  });

  it.each([
    undefined,
    'text/plain',
    'application/x-www-form-urlencoded',
    'application/json; charset=latin1',
    'application/jsonp',
  ])('of type %s is refused', async (type) => {
    const { app } = createTestApp();
    const headers: Record<string, string> = type === undefined ? {} : { 'Content-Type': type };
    const body = new TextEncoder().encode('{"message":"a"}');
    const response = await app.request('/v1/chat', { method: 'POST', headers, body });
    expect(await outcome(response)).toEqual([415, 'unsupported_media_type']);
  });

  it('may name UTF-8 and begin with a byte order mark', async () => {
    const { postJson } = createTestApp();
    const response = await postJson('/v1/chat', '\ufeff{"message":"a"}', {
      'Content-Type': 'Application/JSON; charset="UTF-8"',
    });
    expect(response.status).toBe(200);
  });

  it('that is compressed is refused', async () => {
    const { postJson } = createTestApp();
    expect(await outcome(await postJson('/v1/chat', '{}', { 'Content-Encoding': 'gzip' }))).toEqual([
      415,
      'unsupported_media_type',
    ]);
  });

  it('that is not UTF-8 or not JSON is refused without being quoted', async () => {
    const { postJson, lines } = createTestApp();
    const broken = new Uint8Array([...new TextEncoder().encode('{"message":"'), 0xff, 0xfe, 0x22, 0x7d]);
    expect(await outcome(await postJson('/v1/chat', broken))).toEqual([400, 'bad_encoding']);
    for (const text of ['', '{', "{'message':'CANARY'}", '{"message":"CANARY"} x']) {
      const response = await postJson('/v1/chat', text);
      expect(response.status).toBe(400);
      expect(await response.text()).not.toContain('CANARY');
    }
    expect(lines.join()).not.toContain('CANARY');
  });

  it('that does not fit is refused field by field, without its values', async () => {
    const { postJson, care } = createTestApp();
    const response = await postJson('/v1/chat', { message: '', conversationId: 'CANARY/CANARY', extra: 'CANARY' });
    const text = await response.text();
    expect(response.status).toBe(422);
    expect(JSON.parse(text).error.fields.map((field: { path: string }) => field.path)).toEqual([
      'message',
      'conversationId',
      'extra',
    ]);
    expect(text).not.toContain('CANARY');
    expect(care.posted).toEqual([]);
  });
});
