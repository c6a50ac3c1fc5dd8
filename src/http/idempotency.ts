import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { Fault } from '#domain/fault.ts';
import type { AppEnv } from './app-env.ts';

/** The `Idempotency-Key` and what it stands for, or null when none was sent. Fault: `invalid`. */
export function readIdempotency(c: Context<AppEnv>, body: unknown): { key: string; bodyHash: string } | null {
  const key = c.req.header('Idempotency-Key');
  if (key === undefined) return null;
  if (!/^[\x21-\x7e]{16,128}$/.test(key)) {
    throw new Fault('invalid', 'Malformed idempotency key', {
      details: { fields: [{ path: 'Idempotency-Key', problem: 'must be 16 to 128 visible ASCII characters' }] },
    });
  }
  return { key, bodyHash: createHash('sha256').update(canonicalJson(body)).digest('hex') };
}

/** The same text for the same value: keys sorted, no spaces. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
