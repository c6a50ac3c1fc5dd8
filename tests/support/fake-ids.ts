import type { Ids } from '#domain/ports.ts';

/** Ids of the real shape, in a known order. */
export function createFakeIds(prefix = 'id'): Ids {
  let count = 0;
  return { next: () => `${prefix}${String(++count).padStart(22 - prefix.length, '0')}` };
}
