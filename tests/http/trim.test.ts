import { describe, expect, it } from 'vitest';
import type { ConversationId } from '#domain/ids.ts';
import { createTestApp } from '../support/http-app.ts';

async function begin(options: Parameters<typeof createTestApp>[0] = {}) {
  const test = createTestApp(options);
  const begun = await test.begin();
  const trim = (headers: Record<string, string> = begun.bearer, turnId = begun.turnId) =>
    test.app.request(`/v1/turns/${turnId}/trim`, { method: 'POST', headers });
  return { ...test, ...begun, trim };
}

describe('trimming a turn', () => {
  it('is done for who holds the token, and done again without complaint', async () => {
    const { trim, care, turnId } = await begin();
    const first = await trim();
    expect([first.status, await first.text()]).toEqual([204, '']);
    expect((await trim()).status).toBe(204);
    expect(care.trimmed).toEqual([turnId, turnId]);
  });

  it('is refused without the token, of an unknown turn and of an erased conversation', async () => {
    const { trim, app, bearer, conversationId, care } = await begin();
    expect((await trim({})).status).toBe(401);
    expect((await trim({ Authorization: 'Bearer wrong' })).status).toBe(404);
    expect((await trim(bearer, 'unknown')).status).toBe(404);
    await app.request(`/v1/conversations/${conversationId}`, { method: 'DELETE', headers: bearer });
    expect((await trim()).status).toBe(410);
    expect(care.trimmed).toEqual([]);
  });

  it('is refused while the turn runs, and names it', async () => {
    const { care, app, postJson, begin: beginTurn } = createTestApp();
    const { bearer, conversationId } = await beginTurn();
    care.hold();
    const { turnId } = await care.post({
      message: 'What?',
      conversationId: conversationId as ConversationId,
      locale: null,
      idempotency: null,
    });
    const refused = await app.request(`/v1/turns/${turnId}/trim`, { method: 'POST', headers: bearer });
    expect([refused.status, await refused.json()]).toMatchObject([
      409,
      { error: { code: 'turn_in_progress', turnId } },
    ]);
    care.letGo();
    await care.finished(turnId);
    expect((await postJson(`/v1/turns/${turnId}/trim`, {}, bearer)).status).toBe(204);
  });

  it('is limited as other requests are', async () => {
    const { trim } = await begin({ settings: { rateLimitPerMinute: 2 } });
    const statuses = [];
    for (let i = 0; i < 3; i += 1) statuses.push((await trim()).status);
    expect(statuses).toEqual([204, 204, 429]);
  });
});
