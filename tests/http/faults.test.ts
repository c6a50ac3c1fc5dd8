import { describe, expect, it } from 'vitest';
import type { FaultCode } from '#domain/fault.ts';
import { faultTable } from '#http/fault-table.ts';
import { faultSchema } from '#wire/fault.ts';
import { createTestApp } from '../support/http-app.ts';

const statuses: Record<FaultCode, number> = {
  bad_json: 400,
  bad_encoding: 400,
  unauthenticated: 401,
  forbidden: 403,
  origin_refused: 403,
  not_found: 404,
  turn_in_progress: 409,
  state_conflict: 409,
  consent_outdated: 409,
  withdrawn: 410,
  erased: 410,
  body_too_large: 413,
  unsupported_media_type: 415,
  invalid: 422,
  key_reused: 422,
  rate_limited: 429,
  too_many_turns: 429,
  internal: 500,
  not_ready: 503,
  storage_unavailable: 503,
  overloaded: 503,
};

const codes = Object.keys(statuses) as FaultCode[];

describe('faults', () => {
  it('have the status of the contract, every one', () => {
    const table = Object.fromEntries(Object.entries(faultTable).map(([code, { status }]) => [code, status]));
    expect(table).toEqual(statuses);
  });

  it.each(codes)('%s is answered in the shape of the contract', async (code) => {
    const { chat, care } = createTestApp();
    care.refuse(code);
    const response = await chat({ message: 'What is CIK?' });
    expect(response.status).toBe(statuses[code]);
    const body = faultSchema.strict().parse(await response.json());
    expect(body.error).toMatchObject({ code, message: faultTable[code].message });
    expect(response.headers.get('X-Request-Id')).toBe(body.error.requestId);
    const isBusy = [413, 429, 503].includes(response.status);
    expect(body.notice?.id).toBe(isBusy ? 'emergency-line' : undefined);
    if (response.status === 429 || response.status === 503) {
      expect(Number(response.headers.get('Retry-After'))).toBeGreaterThan(0);
    }
  });

  it('carry the running turn and the time to wait', async () => {
    const { chat, care } = createTestApp();
    care.refuse('turn_in_progress', { turnId: 't7' });
    expect(await (await chat({ message: 'a' })).json()).toMatchObject({ error: { turnId: 't7' } });
    care.refuse('overloaded', { retryAfterSeconds: 17 });
    expect((await chat({ message: 'a' })).headers.get('Retry-After')).toBe('17');
  });

  it('never show or log what an unexpected error says', async () => {
    const { chat, care, lines } = createTestApp();
    const canary = 'CANARY lump in my breast';
    care.breakWith(
      Object.assign(new TypeError(`near "${canary}"\n    at ${canary}`, { cause: new Error(canary) }), {
        code: 'SQLITE_IOERR',
      }),
    );
    const response = await chat({ message: canary });
    expect(response.status).toBe(500);
    const text = await response.text();
    expect(text).not.toContain('CANARY');
    expect(text).not.toContain('.ts');
    const logged = lines.join('\n');
    expect(logged).not.toContain('CANARY');
    expect(logged).toContain('SQLITE_IOERR');
    expect(logged).toContain('TypeError');
    expect(logged).toContain('faults.test.ts');
  });

  it('leave no line break or word of a message in the log', async () => {
    const { chat, lines, app } = createTestApp();
    await chat({ message: 'CANARY\r\n{"level":50}' });
    await app.request('/v1/welcome?locale=CANARY%0d%0a', { headers: { 'User-Agent': 'CANARY' } });
    await app.request('/CANARY/path');
    await app.request('/healthz', { method: 'CANARY' });
    expect(lines.join('\n')).not.toContain('CANARY');
    expect(lines.every((line) => !/[\r\n]/.test(line))).toBe(true);
  });
});

describe('routes that are not there', () => {
  it.each([
    ['GET', '/v1/nothing'],
    ['GET', '/v1/chat'],
    ['PUT', '/v1/search'],
    ['POST', '/v1/welcome'],
    ['DELETE', '/v1/documents/x'],
    ['GET', '/.env'],
    ['GET', '/assets/../../package.json'],
    ['GET', '/assets/%2e%2e%2findex.html'],
  ])('%s %s is 404 in JSON', async (method, path) => {
    const { app } = createTestApp();
    const response = await app.request(path, { method });
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ error: { code: 'not_found' } });
  });

  it('HEAD answers as GET does, without a body', async () => {
    const { app } = createTestApp();
    const response = await app.request('/healthz', { method: 'HEAD' });
    expect([response.status, await response.text()]).toEqual([200, '']);
  });
});
