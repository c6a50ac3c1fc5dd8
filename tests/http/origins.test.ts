import { describe, expect, it } from 'vitest';
import { createTestApp } from '../support/http-app.ts';

const foreign = [
  'https://clinic.example.evil.com',
  'https://evilclinic.example',
  'https://sub.clinic.example',
  'http://clinic.example',
  'https://clinic.example:8443',
  'https://clinic.example/',
  'HTTPS://CLINIC.EXAMPLE',
  'null',
  '*',
  '',
  'ftp://localhost',
];

describe('a page of another origin', () => {
  it.each(foreign)('%j changes nothing and reads nothing', async (origin) => {
    const { chat, care, app, begin } = createTestApp();
    const refused = await chat({ message: 'a' }, { Origin: origin });
    expect([refused.status, await refused.json()]).toMatchObject([403, { error: { code: 'origin_refused' } }]);
    expect(refused.headers.get('Access-Control-Allow-Origin')).toBeNull();
    expect(care.posted).toEqual([]);

    const { conversationId, bearer } = await begin();
    const path = `/v1/conversations/${conversationId}`;
    expect((await app.request(path, { method: 'DELETE', headers: { ...bearer, Origin: origin } })).status).toBe(403);
    expect((await app.request(path, { headers: bearer })).status).toBe(200);

    const read = await app.request('/v1/welcome', { headers: { Origin: origin } });
    expect(read.headers.get('Access-Control-Allow-Origin')).toBeNull();
  });

  it('may do both when it is listed', async () => {
    const { chat } = createTestApp();
    const response = await chat({ message: 'a' }, { Origin: 'https://clinic.example' });
    expect(response.status).toBe(200);
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('https://clinic.example');
    expect(response.headers.get('Access-Control-Allow-Credentials')).toBeNull();
    expect(response.headers.get('Vary')).toContain('Origin');
  });

  it('reads also what it is refused for', async () => {
    const { chat } = createTestApp();
    const response = await chat({ message: '' }, { Origin: 'https://clinic.example' });
    expect(response.status).toBe(422);
    expect(response.headers.get('Access-Control-Allow-Origin')).toBe('https://clinic.example');
  });

  it('is told before what it may send', async () => {
    const { app } = createTestApp();
    const preflight = (origin: string) =>
      app.request('/v1/chat', {
        method: 'OPTIONS',
        headers: { Origin: origin, 'Access-Control-Request-Method': 'POST' },
      });
    const welcome = await preflight('https://clinic.example');
    expect(welcome.status).toBe(204);
    expect(welcome.headers.get('Access-Control-Allow-Headers')).toContain('Idempotency-Key');
    expect((await preflight('https://evil.example')).headers.get('Access-Control-Allow-Origin')).toBeNull();
  });
});

describe('our own page', () => {
  it('is known by its host, also where a proxy speaks https for us', async () => {
    const { chat } = createTestApp();
    expect((await chat({ message: 'a' }, { Origin: 'http://localhost' })).status).toBe(200);
    expect((await chat({ message: 'a' }, { Origin: 'https://localhost' })).status).toBe(200);
  });

  it('is known by the public address', async () => {
    const { chat } = createTestApp({ settings: { publicUrl: 'https://ask.example/help' } });
    expect((await chat({ message: 'a' }, { Origin: 'https://ask.example' })).status).toBe(200);
  });
});
