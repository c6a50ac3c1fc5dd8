import type { Context } from 'hono';
import { Fault } from '#domain/fault.ts';
import type { WireFault } from '#wire/fault.ts';
import type { AppDeps } from './app-deps.ts';
import type { AppEnv } from './app-env.ts';
import { describeError } from './describe-error.ts';
import { faultTable } from './fault-table.ts';
import { presentFault } from './present-fault.ts';

const defaultRetrySeconds = { 429: 60, 503: 5 } as const;

/** Turns whatever was thrown into the error body of the contract. */
export function answerFault({ assistant, organisation, log }: Pick<AppDeps, 'assistant' | 'organisation' | 'log'>) {
  return (error: unknown, c: Context<AppEnv>): Response => {
    const fault = error instanceof Fault ? error : new Fault('internal', 'Unexpected error', { cause: error });
    const { status } = faultTable[fault.code];
    const requestId = c.get('requestId');
    if (status >= 500 && fault.code !== 'not_ready') {
      const facts = { requestId, code: fault.code, error: describeError(fault.cause ?? fault) };
      // What a client breaks by leaving is no failure of ours.
      if (c.req.raw.signal.aborted) log.info(facts, 'client left');
      else log.error(facts, 'request failed');
    }

    if (status === 401) c.header('WWW-Authenticate', 'Bearer');
    if (status === 429 || status === 503) {
      c.header('Retry-After', String(fault.details.retryAfterSeconds ?? defaultRetrySeconds[status]));
    }
    const body: WireFault = presentFault(fault, requestId);
    if (status !== 413 && status !== 429 && status !== 503) return c.json(body, status);
    const notice = assistant.fixed.emergencyLine(c.get('locale') ?? organisation.locales[0]);
    return c.json({ ...body, notice } satisfies WireFault, status);
  };
}
