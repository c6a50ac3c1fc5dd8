import { describe, expect, it } from 'vitest';
import { createTestApp } from '../support/http-app.ts';

function caller(trustedProxies: readonly string[] = []) {
  const { app, begin } = createTestApp({ settings: { rateLimitPerMinute: 2, trustedProxies } });
  const post = async (path: string, body: object, peer: string, headers: Record<string, string> = {}) =>
    app.request(
      path,
      { method: 'POST', headers: { 'Content-Type': 'application/json', ...headers }, body: JSON.stringify(body) },
      { incoming: { socket: { remoteAddress: peer } } },
    );
  const ask = async (peer: string, forwarded?: string) =>
    (await post('/v1/chat', { message: 'a' }, peer, forwarded === undefined ? {} : { 'X-Forwarded-For': forwarded }))
      .status;
  return { ask, post, begin };
}

describe('the rate limit', () => {
  it('counts each client apart and says how long to wait', async () => {
    const { ask, post } = caller();
    expect([await ask('1.1.1.1'), await ask('1.1.1.1'), await ask('1.1.1.1')]).toEqual([200, 200, 429]);
    expect(await ask('2.2.2.2')).toBe(200);
    const refused = await post('/v1/chat', { message: 'a' }, '1.1.1.1');
    expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0);
    expect(Number(refused.headers.get('Retry-After'))).toBeLessThanOrEqual(60);
    expect(await refused.json()).toMatchObject({ error: { code: 'rate_limited' }, notice: { id: 'emergency-line' } });
  });

  it('counts searches apart from messages', async () => {
    const { ask, post } = caller();
    const search = async () => (await post('/v1/search', { query: 'x' }, '1.1.1.1')).status;
    expect([await search(), await search(), await search()]).toEqual([200, 200, 429]);
    expect(await ask('1.1.1.1')).toBe(200);
  });

  it('counts a conversation wherever its messages come from', async () => {
    const { post, begin } = caller();
    const { conversationId, bearer } = await begin();
    const more = async (peer: string) =>
      (await post('/v1/chat', { message: 'a', conversationId }, peer, bearer)).status;
    expect([await more('1.1.1.1'), await more('1.1.1.2'), await more('1.1.1.3')]).toEqual([200, 200, 429]);
  });

  it('does not believe a forwarded address from a stranger', async () => {
    const { ask } = caller();
    expect([await ask('1.1.1.1', '9.9.9.1'), await ask('1.1.1.1', '9.9.9.2'), await ask('1.1.1.1', '9.9.9.3')]).toEqual(
      [200, 200, 429],
    );
  });

  it('believes a trusted proxy, up to the first address it does not trust', async () => {
    const { ask } = caller(['10.0.0.0/8', '::1']);
    expect([await ask('10.0.0.1', '5.5.5.5'), await ask('::ffff:10.0.0.2', '5.5.5.5, 10.1.1.1')]).toEqual([200, 200]);
    expect(await ask('::1', '6.6.6.6, 5.5.5.5:4711')).toBe(429);
    expect(await ask('::1', '5.5.5.5, 7.7.7.7')).toBe(200);
    expect(await ask('10.0.0.1', 'garbage')).toBe(200);
  });

  it('counts an IPv6 network as one client', async () => {
    const { ask } = caller();
    expect([await ask('2001:db8::1'), await ask('2001:db8:0:0:ffff::2'), await ask('2001:db8:0:0::3')]).toEqual([
      200, 200, 429,
    ]);
    expect(await ask('2001:db8:0:1::1')).toBe(200);
  });

  it('is off at 0', async () => {
    const { chat } = createTestApp();
    for (let i = 0; i < 40; i += 1) expect((await chat({ message: 'a' })).status).toBe(200);
  });
});
