import { fault, withdrawal, withNotice } from '../contract/fault.ts';
import { record } from '../shape.ts';
import { Problem } from './problem.ts';

const withWithdrawal = record({ error: record({ withdrawn: withdrawal }) });

/** Refusals that come from something in between, without a body of ours. */
const codeOfStatus: Readonly<Record<number, string>> = {
  401: 'unauthenticated',
  404: 'not_found',
  410: 'erased',
  413: 'body_too_large',
  429: 'rate_limited',
  502: 'unreachable',
  503: 'overloaded',
  504: 'unreachable',
};

export async function readProblem(response: Response): Promise<Problem> {
  const seconds = Number.parseInt(response.headers.get('Retry-After') ?? '', 10);
  const retryAfterSeconds = Number.isNaN(seconds) ? null : seconds;
  const body: unknown = await response.json().catch(() => null);
  return new Problem(fault(body) ? body.error.code : (codeOfStatus[response.status] ?? 'internal'), {
    retryAfterSeconds,
    notice: withNotice(body) ? body.notice : null,
    withdrawal: withWithdrawal(body) ? body.error.withdrawn : null,
  });
}
