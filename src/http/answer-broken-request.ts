import { randomUUID } from 'node:crypto';
import { RequestError } from '@hono/node-server';
import { Fault } from '#domain/fault.ts';
import type { HttpLog } from './app-deps.ts';
import { describeError } from './describe-error.ts';
import { faultTable } from './fault-table.ts';
import { presentFault } from './present-fault.ts';

/** For what never reached the app, such as a request whose `Host` is no host, or left it by throwing something odd. */
export function answerBrokenRequest(log: HttpLog): (error: unknown) => Response {
  return (error) => {
    const requestId = randomUUID();
    const fault = new Fault(
      error instanceof RequestError ? 'bad_encoding' : 'internal',
      'Request could not be handled',
    );
    log.warn({ requestId, code: fault.code, error: describeError(error) }, 'request could not be handled');
    return Response.json(presentFault(fault, requestId), {
      status: faultTable[fault.code].status,
      headers: { 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff', 'X-Request-Id': requestId },
    });
  };
}
