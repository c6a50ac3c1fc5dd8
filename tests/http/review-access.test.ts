import { describe, expect, it } from 'vitest';
import { createIdentifyByKey } from '#http/identify-by-key.ts';
import { createReviewApp, keyOf } from '../support/create-review-app.ts';
import { createTestApp } from '../support/http-app.ts';

const { app } = createTestApp();
const routes = [...new Set(app.routes.map(({ method, path }) => `${method} ${path}`))].filter((route) =>
  route.includes('/v1/review/'),
);

const callers = ['anonymous', 'a patient', 'staff without the role', 'an adjudicator', 'an evaluator'] as const;

async function call(route: string, caller: (typeof callers)[number]) {
  const { app: fresh, begin, bearer } = createReviewApp();
  const [method = '', pattern = ''] = route.split(' ');
  const headers = {
    anonymous: {},
    'a patient': (await begin()).bearer,
    'staff without the role': bearer('desk'),
    'an adjudicator': bearer('judge'),
    'an evaluator': bearer('anna'),
  }[caller];
  const response = await fresh.request(pattern.replace(':id', 'unknown'), {
    method,
    headers: { 'Content-Type': 'application/json', ...headers },
    ...(method === 'POST' && { body: '{}' }),
  });
  return response.status;
}

describe('the review routes', () => {
  it('are found by this walk', () => {
    expect(routes).toHaveLength(8);
  });

  it.each(routes)('%s is for evaluators', async (route) => {
    const statuses = Object.fromEntries(
      await Promise.all(callers.map(async (caller) => [caller, await call(route, caller)] as const)),
    );
    expect(statuses).toMatchObject({ anonymous: 401, 'a patient': 401, 'staff without the role': 403 });
    expect([200, 404, 422]).toContain(statuses['an evaluator']);
    const mayJudge = ['GET /v1/review/items', 'GET /v1/review/items/:id', 'POST /v1/review/items/:id/adjudication'];
    if (mayJudge.includes(route)) expect([200, 404, 422]).toContain(statuses['an adjudicator']);
    else expect(statuses['an adjudicator']).toBe(403);
  });

  it.each(routes)('%s lets nobody in while no staff is set up', async (route) => {
    const [method = '', pattern = ''] = route.split(' ');
    const response = await app.request(pattern.replace(':id', 'unknown'), {
      method,
      headers: { Authorization: `Bearer ${keyOf('anna')}` },
    });
    expect(response.status).toBe(401);
  });

  it('open no route of patients to staff', async () => {
    const { begin, app: fresh, bearer } = createReviewApp();
    const { conversationId } = await begin();
    const response = await fresh.request(`/v1/conversations/${conversationId}`, { headers: bearer('anna') });
    expect(response.status).toBe(404);
  });

  it('are limited for each staff member apart, and for whoever guesses keys', async () => {
    const { get, app: fresh } = createReviewApp({ settings: { rateLimitPerMinute: 2 } });
    const status = async (name: string) => (await get(name, 'agreement')).status;
    expect([await status('anna'), await status('anna'), await status('anna')]).toEqual([200, 200, 429]);
    expect(await status('ben')).toBe(200);
    const guess = async () =>
      (await fresh.request('/v1/review/agreement', { headers: { Authorization: `Bearer ${keyOf('guess')}` } })).status;
    expect([await guess(), await guess(), await guess()]).toEqual([401, 401, 429]);
  });
});

describe('a staff key', () => {
  const identify = createIdentifyByKey([{ id: 'anna', roles: ['evaluator'], key: keyOf('anna') }]);
  const who = (authorization: string) => identify(new Request('http://x/', { headers: { authorization } }));

  it('names its holder and nobody else', async () => {
    expect(await who(`Bearer ${keyOf('anna')}`)).toEqual({ id: 'anna', roles: ['evaluator'] });
    for (const wrong of ['', keyOf('anna'), `Basic ${keyOf('anna')}`, `Bearer ${keyOf('anna')}x`, 'Bearer anna']) {
      expect(await who(wrong), wrong).toBeNull();
    }
  });
});
