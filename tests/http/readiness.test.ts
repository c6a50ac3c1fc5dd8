import { expect, it } from 'vitest';
import { createTestApp } from '../support/http-app.ts';

const reading = { ready: false, done: 3, total: 9, etaSeconds: 7.2 };
const unsigned = ['prompts/notices/en.yaml'];

it('is alive before it is ready', async () => {
  const { app } = createTestApp({ knowledge: { readiness: () => reading } });
  expect((await app.request('/healthz')).status).toBe(200);
  const response = await app.request('/readyz');
  expect([response.status, await response.json()]).toEqual([503, { done: 3, total: 9, etaSeconds: 7.2, unsigned }]);
  expect(response.headers.get('Retry-After')).toBe('8');
});

it('says so when it is ready', async () => {
  const { app } = createTestApp();
  const response = await app.request('/readyz');
  expect([response.status, await response.json()]).toEqual([200, { done: 9, total: 9, etaSeconds: 0, unsigned }]);
});

it('neither answers nor searches until then, and says when to come back', async () => {
  const { postJson, care } = createTestApp({ knowledge: { readiness: () => reading } });
  for (const [path, body] of [
    ['/v1/chat', { message: 'a' }],
    ['/v1/search', { query: 'a' }],
  ] as const) {
    const response = await postJson(path, body);
    expect([response.status, response.headers.get('Retry-After')]).toEqual([503, '8']);
    expect(await response.json()).toMatchObject({ error: { code: 'not_ready' }, notice: { id: 'emergency-line' } });
  }
  expect(care.posted).toEqual([]);
});
