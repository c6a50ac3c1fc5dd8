import type { Withdrawal } from '../contract/fault.ts';
import type { Notice } from '../contract/notice.ts';

/** The codes of the contract, and what only this side can see: no network, no server, an answer we cannot read. */
export type ProblemCode = string | 'offline' | 'unreachable' | 'unreadable';

export interface ProblemDetails {
  readonly retryAfterSeconds?: number | null;
  /** The standing emergency line, sent along with some refusals. */
  readonly notice?: Notice | null;
  readonly withdrawal?: Withdrawal | null;
  readonly cause?: unknown;
}

export class Problem extends Error {
  readonly code: ProblemCode;
  readonly retryAfterSeconds: number | null;
  readonly notice: Notice | null;
  readonly withdrawal: Withdrawal | null;

  constructor(code: ProblemCode, details: ProblemDetails = {}) {
    const { retryAfterSeconds = null, notice = null, withdrawal = null, cause } = details;
    super(code, { cause });
    this.name = 'Problem';
    this.code = code;
    this.retryAfterSeconds = retryAfterSeconds;
    this.notice = notice;
    this.withdrawal = withdrawal;
  }
}
