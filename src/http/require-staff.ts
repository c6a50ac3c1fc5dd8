import type { Context } from 'hono';
import { Fault } from '#domain/fault.ts';
import type { Staff, StaffRole } from '#domain/staff.ts';
import type { AppDeps } from './app-deps.ts';
import type { AppEnv } from './app-env.ts';
import { createClientAddress } from './client-address.ts';
import { createRateLimit } from './limit-rate.ts';

export type RequireStaff = (c: Context<AppEnv>, roles: readonly StaffRole[]) => Promise<Staff>;

/**
 * Lets in staff with one of the roles, and nobody else: also when nobody is set up. Requests are counted for the staff
 * member, and for the client address where there is none, so that guessing is slow. Faults: `unauthenticated`, `forbidden`,
 * `rate_limited`.
 */
export function createRequireStaff({
  identifyStaff,
  settings,
}: Pick<AppDeps, 'identifyStaff' | 'settings'>): RequireStaff {
  const addressOf = createClientAddress(settings.trustedProxies);
  const limitStranger = createRateLimit(settings.rateLimitPerMinute);
  const limitStaff = createRateLimit(settings.rateLimitPerMinute);

  return async (c, roles) => {
    const staff = await identifyStaff(c.req.raw);
    if (staff === null) {
      await limitStranger(addressOf(c));
      throw new Fault('unauthenticated', 'No staff member');
    }
    if (!roles.some((role) => staff.roles.includes(role))) throw new Fault('forbidden', 'Another role is needed');
    await limitStaff(staff.id);
    return staff;
  };
}
