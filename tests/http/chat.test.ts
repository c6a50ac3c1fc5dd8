import { describe, expect, it } from 'vitest';
import { replySchema } from '#wire/reply.ts';
import { createTestApp } from '../support/http-app.ts';

const key = { 'Idempotency-Key': '0123456789abcdef' };

describe('POST /v1/chat', () => {
  it('starts a conversation without a token and gives one, once', async () => {
    const { begin, chat, care } = createTestApp();
    const first = await begin();
    expect(() => replySchema.strict().parse({ ...first, bearer: undefined })).toThrow();
    expect(first.conversationToken).toBe(care.tokenFor(first.conversationId as never));

    const next = await chat({ message: 'And the risks?', conversationId: first.conversationId }, first.bearer);
    expect(next.status).toBe(200);
    const reply = replySchema.strict().parse(await next.json());
    expect(reply).toMatchObject({ conversationId: first.conversationId, conversationToken: null, outcome: 'answered' });
  });

  it('asks for the token of the conversation, and says not found for a wrong or unknown one', async () => {
    const { begin, chat } = createTestApp();
    const { conversationId, bearer } = await begin();
    const ask = (id: string, headers = {}) => chat({ message: 'a', conversationId: id }, headers);
    const missing = await ask(conversationId);
    expect(missing.status).toBe(401);
    expect(missing.headers.get('WWW-Authenticate')).toBe('Bearer');
    expect((await ask(conversationId, { Authorization: 'Basic abc' })).status).toBe(401);
    const wrong = await ask(conversationId, { Authorization: 'Bearer wrong' });
    const unknown = await ask('nobody', bearer);
    expect([wrong.status, unknown.status]).toEqual([404, 404]);
    const [one, other] = [await wrong.json(), await unknown.json()] as Array<{ error: { requestId: string } }>;
    expect({ ...one?.error, requestId: '' }).toEqual({ ...other?.error, requestId: '' });
  });

  it('posts the trimmed message in the language asked for', async () => {
    const { chat, care, begin } = createTestApp();
    await chat({ message: '  ¿Qué es?  ', locale: 'es' });
    await chat({ message: 'Hi' });
    expect(care.posted.map(({ message, locale }) => [message, locale])).toEqual([
      ['¿Qué es?', 'es'],
      ['Hi', 'en'],
    ]);
    const spanish = await chat({ message: 'a', locale: 'es' });
    expect(await spanish.json()).toMatchObject({ disclaimer: 'Not medical advice (es).' });
    const { conversationId, bearer } = await begin();
    await chat({ message: 'b', conversationId }, bearer);
    expect(care.posted.at(-1)?.locale).toBeNull();
  });

  it('gives the same turn for the same key and body, and refuses another body', async () => {
    const { chat, care } = createTestApp();
    const first = await (await chat({ message: 'a', locale: 'en' }, key)).json();
    const again = await (await chat({ locale: 'en', message: ' a ' }, key)).json();
    expect(again).toEqual(first);
    expect(care.posted).toHaveLength(1);
    expect(care.posted[0]?.idempotency?.bodyHash).toMatch(/^[0-9a-f]{64}$/);
    const other = await chat({ message: 'b', locale: 'en' }, key);
    expect([other.status, await other.json()]).toMatchObject([422, { error: { code: 'key_reused' } }]);
  });

  it.each(['short', 'x'.repeat(129), 'with space in the key', 'ümlaut-ümlaut-ümlaut'])(
    'refuses the key %j',
    async (bad) => {
      const { chat } = createTestApp();
      const response = await chat({ message: 'a' }, { 'Idempotency-Key': bad });
      expect([response.status, await response.json()]).toMatchObject([
        422,
        { error: { code: 'invalid', fields: [{ path: 'Idempotency-Key' }] } },
      ]);
    },
  );

  it('shows its reasoning only where the operator allows it and the request asks', async () => {
    const ask = async (debugReplies: boolean, debug: boolean) => {
      const { chat } = createTestApp({ settings: { debugReplies } });
      return (await (await chat({ message: 'a', debug })).json()) as object;
    };
    expect(await ask(true, true)).toHaveProperty('debug.asks');
    expect(await ask(true, false)).not.toHaveProperty('debug');
    expect(await ask(false, true)).not.toHaveProperty('debug');
  });

  it('answers with the fault a turn ended with', async () => {
    const { chat } = createTestApp();
    const response = await chat({ message: 'this fails' });
    expect([response.status, await response.json()]).toMatchObject([500, { error: { code: 'internal' } }]);
  });
});
