import { createHash, timingSafeEqual } from 'node:crypto';
import type { Staff } from '#domain/staff.ts';

export interface StaffKey extends Staff {
  readonly key: string;
}

/**
 * Tells staff by the key in `Authorization: Bearer …`. Digests are compared, each of them to its end, so that the time taken
 * says nothing about any key. No keys: nobody.
 */
export function createIdentifyByKey(keys: readonly StaffKey[]): (request: Request) => Promise<Staff | null> {
  const known = keys.map(({ id, roles, key }) => ({ staff: { id, roles }, digest: digestOf(key) }));
  return async (request) => {
    const given = /^Bearer +(\S+) *$/i.exec(request.headers.get('Authorization') ?? '')?.[1];
    if (given === undefined) return null;
    const digest = digestOf(given);
    return known.filter((one) => timingSafeEqual(one.digest, digest))[0]?.staff ?? null;
  };
}

function digestOf(key: string): Buffer {
  return createHash('sha256').update(key).digest();
}
