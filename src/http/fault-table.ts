import type { FaultCode } from '#domain/fault.ts';

interface FaultAnswer {
  readonly status: 400 | 401 | 403 | 404 | 409 | 410 | 413 | 415 | 422 | 429 | 500 | 503;
  /** What the caller reads: always this text, whatever the fault said of itself. */
  readonly message: string;
}

/** Status and words of every fault. A new code does not compile until it has both. */
export const faultTable: Readonly<Record<FaultCode, FaultAnswer>> = {
  bad_json: { status: 400, message: 'The body is not JSON.' },
  bad_encoding: { status: 400, message: 'The body is not UTF-8.' },
  unauthenticated: { status: 401, message: 'A bearer token is needed.' },
  forbidden: { status: 403, message: 'This is not allowed.' },
  origin_refused: { status: 403, message: 'Pages of this origin may not call this server.' },
  not_found: { status: 404, message: 'There is nothing here.' },
  turn_in_progress: { status: 409, message: 'This conversation is still answering a message.' },
  state_conflict: { status: 409, message: 'This is no longer possible.' },
  consent_outdated: { status: 409, message: 'The consent text has changed.' },
  withdrawn: { status: 410, message: 'This document was withdrawn.' },
  erased: { status: 410, message: 'This conversation was erased.' },
  body_too_large: { status: 413, message: 'The body is larger than 64 KiB.' },
  unsupported_media_type: { status: 415, message: 'The body must be application/json in UTF-8.' },
  invalid: { status: 422, message: 'The request is not valid.' },
  key_reused: { status: 422, message: 'This idempotency key was used with another body.' },
  rate_limited: { status: 429, message: 'Too many requests. Try again later.' },
  too_many_turns: { status: 429, message: 'This conversation has too many messages.' },
  internal: { status: 500, message: 'Something went wrong.' },
  not_ready: { status: 503, message: 'The documents are still being read. Try again later.' },
  storage_unavailable: { status: 503, message: 'Nothing can be recorded now. Try again later.' },
  overloaded: { status: 503, message: 'The server is busy. Try again later.' },
};
