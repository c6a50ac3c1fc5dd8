import { describe, expect, it } from 'vitest';
import { operations as patientOperations } from '#http/openapi-operations.ts';
import { reviewOperations } from '#http/openapi-review-operations.ts';
import { createTestApp } from '../support/http-app.ts';

/** The contract's public list, as far as it is served now; `/v1/chat` only for the first message. */
const publicRoutes = [
  'GET /',
  'GET /assets/:name',
  'GET /healthz',
  'GET /readyz',
  'GET /openapi.json',
  'GET /v1/welcome',
  'POST /v1/chat',
  'POST /v1/search',
  'GET /v1/documents',
  'GET /v1/documents/:id{.+}',
  'GET /v1/passages/:id',
];

const operations = [...patientOperations, ...reviewOperations];

const { app } = createTestApp();
const routes = [
  ...new Set(app.routes.filter(({ path }) => path !== '/*').map(({ method, path }) => `${method} ${path}`)),
];

describe('every route', () => {
  it('is found by this walk', () => {
    expect(routes.length).toBeGreaterThan(15);
    for (const route of publicRoutes) expect(routes).toContain(route);
  });

  it.each(routes.filter((route) => !publicRoutes.includes(route)))('%s needs a token', async (route) => {
    const [method = '', pattern = ''] = route.split(' ');
    const { begin, app: fresh } = createTestApp();
    const { conversationId, turnId } = await begin();
    for (const id of [conversationId, turnId, 'unknown']) {
      const response = await fresh.request(pattern.replace(':id', id), { method });
      expect(response.status, id).toBe(401);
      expect(await response.json()).toMatchObject({ error: { code: 'unauthenticated' } });
    }
  });

  it('is described in the OpenAPI document, and nothing else is', () => {
    const described = operations.map(({ method, path }) => `${method.toUpperCase()} ${path}`);
    const notApi = ['GET /', 'GET /assets/:name', 'GET /openapi.json'];
    const served = routes.filter((route) => !notApi.includes(route)).map((route) => route.replace('{.+}', ''));
    expect(described.sort()).toEqual(served.sort());
  });

  it('is public in the document exactly when it is public here', () => {
    for (const { method, path, token } of operations) {
      const isPublic = publicRoutes.some((route) => route.replace('{.+}', '') === `${method.toUpperCase()} ${path}`);
      expect(token === 'none' || token === 'optional', path).toBe(isPublic);
    }
  });
});
