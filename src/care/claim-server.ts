import { Fault } from '#domain/fault.ts';
import type { ProcessLock } from '#domain/ports.ts';

/**
 * One server to a database: a second would end the turns of the first. Gives what gives the claim up. Fault:
 * `state_conflict`, naming the database and who holds it.
 */
export function claimServer(lock: ProcessLock, database: string): () => void {
  const release = lock.tryAcquire();
  if (release !== null) return release;
  throw new Fault('state_conflict', `Another server already uses ${database} (${lock.holder() ?? 'unknown'}).`);
}
