import { Fault } from '#domain/fault.ts';
import type { Readiness } from '#knowledge/knowledge.ts';

const maxRetrySeconds = 60;

export function notReady({ etaSeconds }: Readiness): Fault {
  const retryAfterSeconds = Math.min(maxRetrySeconds, Math.max(1, Math.ceil(etaSeconds ?? 5)));
  return new Fault('not_ready', 'No index is whole yet', { details: { retryAfterSeconds } });
}
