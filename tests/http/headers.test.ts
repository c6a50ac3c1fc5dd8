import { describe, expect, it } from 'vitest';
import { createTestApp, eventStream } from '../support/http-app.ts';

const paths = [
  '/',
  '/healthz',
  '/v1/welcome',
  '/v1/nothing',
  '/v1/documents/what-is-cik',
  '/v1/conversations/x',
  '/openapi.json',
];

describe('every answer', () => {
  it.each(paths)('of %s is guarded and not kept', async (path) => {
    const { app } = createTestApp();
    for (const method of ['GET', 'OPTIONS', 'DELETE']) {
      const { headers } = await app.request(path, { method });
      expect(headers.get('X-Content-Type-Options')).toBe('nosniff');
      expect(headers.get('Referrer-Policy')).toBe('no-referrer');
      expect(headers.get('Cross-Origin-Resource-Policy')).toBe('same-origin');
      expect(headers.get('Content-Security-Policy')).toContain("frame-ancestors 'none'");
      expect(headers.get('Content-Security-Policy')).toContain("object-src 'none'");
      expect(headers.get('Cache-Control')).toBe('no-store');
      expect(headers.get('X-Request-Id')).toMatch(/^id-\d+$/);
      expect(headers.get('Strict-Transport-Security')).toBeNull();
    }
  });

  it('keeps to https for a year where the public address does', async () => {
    const { app, chat } = createTestApp({ settings: { publicUrl: 'https://ask.example' } });
    for (const response of [await app.request('/healthz'), await chat({ message: 'a' }, eventStream)]) {
      expect(response.headers.get('Strict-Transport-Security')).toBe('max-age=31536000');
      await response.text();
    }
    const { app: plain } = createTestApp({ settings: { publicUrl: 'http://ask.example' } });
    expect((await plain.request('/healthz')).headers.get('Strict-Transport-Security')).toBeNull();
  });
});

describe('the access log', () => {
  it('has the pattern of the route, not the address', async () => {
    const { app, lines } = createTestApp();
    await app.request('/v1/conversations/abc?token=CANARY', { headers: { Authorization: 'Bearer CANARY' } });
    await app.request('/nowhere/CANARY');
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      {
        requestId: 'id-1',
        method: 'GET',
        route: '/v1/conversations/:id',
        status: 404,
        durationMs: 0,
        message: 'request',
      },
      { requestId: 'id-2', method: 'GET', route: 'none', status: 404, durationMs: 0, message: 'request' },
    ]);
  });
});
