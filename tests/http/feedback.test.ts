import { describe, expect, it } from 'vitest';
import { conversationSchema } from '#wire/conversation.ts';
import { createTestApp } from '../support/http-app.ts';

async function begin(options: Parameters<typeof createTestApp>[0] = {}) {
  const test = createTestApp(options);
  const begun = await test.begin();
  const rate = (body: unknown, headers: Record<string, string> = begun.bearer) =>
    test.postJson(`/v1/turns/${begun.turnId}/feedback`, body, headers);
  const shown = async () =>
    conversationSchema.parse(
      await (await test.app.request(`/v1/conversations/${begun.conversationId}`, { headers: begun.bearer })).json(),
    ).turns[0]?.feedback;
  return { ...test, ...begun, rate, shown };
}

describe('feedback on a turn', () => {
  it('is kept with the conversation; the latest counts', async () => {
    const { rate, shown } = await begin();
    expect(await shown()).toBeNull();
    const first = await rate({ rating: 'down', reasons: ['unclear', 'incorrect', 'unclear'], comment: ' Too long. ' });
    expect([first.status, await first.text()]).toEqual([204, '']);
    expect(await shown()).toEqual({ rating: 'down', reasons: ['unclear', 'incorrect'], comment: 'Too long.' });
    expect((await rate({ rating: 'up' })).status).toBe(204);
    expect(await shown()).toEqual({ rating: 'up', reasons: [], comment: null });
  });

  it.each([
    {},
    { rating: 'sideways' },
    { rating: 'up', reasons: ['bad'] },
    { rating: 'up', reasons: 'unclear' },
    { rating: 'up', comment: '' },
    { rating: 'up', comment: 'x'.repeat(2001) },
    { rating: 'up', stars: 5 },
    [],
    null,
  ])('refuses %j', async (body) => {
    const { rate, shown } = await begin();
    const refused = await rate(body);
    expect([refused.status, await refused.json()]).toMatchObject([422, { error: { code: 'invalid' } }]);
    expect(await shown()).toBeNull();
  });

  it('is for who holds the token, of a turn that is there', async () => {
    const { rate, postJson, bearer, app, conversationId } = await begin();
    expect((await rate({ rating: 'up' }, {})).status).toBe(401);
    expect((await rate({ rating: 'up' }, { Authorization: 'Bearer wrong' })).status).toBe(404);
    expect((await postJson('/v1/turns/unknown/feedback', { rating: 'up' }, bearer)).status).toBe(404);
    await app.request(`/v1/conversations/${conversationId}`, { method: 'DELETE', headers: bearer });
    expect((await rate({ rating: 'up' })).status).toBe(410);
  });

  it('is limited in size, form and rate as other requests are', async () => {
    const { rate, bearer } = await begin({ settings: { rateLimitPerMinute: 2 } });
    expect((await rate(' '.repeat(70_000))).status).toBe(413);
    expect((await rate('{')).status).toBe(400);
    expect((await rate({ rating: 'up' }, { ...bearer, 'Content-Type': 'text/plain' })).status).toBe(415);
    expect((await rate({ rating: 'up' }, { ...bearer, 'Idempotency-Key': 'short' })).status).toBe(422);
    const statuses = [];
    for (let i = 0; i < 3; i += 1) statuses.push((await rate({ rating: 'up' })).status);
    expect(statuses).toEqual([204, 204, 429]);
  });

  it('never reaches the log', async () => {
    const { rate, lines } = await begin();
    await rate({ rating: 'down', comment: 'wordsofapatient' });
    await rate({ rating: 'down', comment: 'wordsofapatient', wordsofapatient: 1 });
    await rate({ rating: 'wordsofapatient' });
    expect(lines.join('\n')).toContain('/v1/turns/:id/feedback');
    expect(lines.join('\n')).not.toContain('wordsofapatient');
  });
});
