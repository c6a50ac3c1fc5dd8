/** The closed list of what can go wrong. HTTP status per code: one table in `http/`. */
export type FaultCode =
  | 'bad_json'
  | 'bad_encoding'
  | 'unauthenticated'
  | 'forbidden'
  | 'origin_refused'
  | 'not_found'
  | 'turn_in_progress'
  | 'state_conflict'
  | 'consent_outdated'
  | 'withdrawn'
  | 'erased'
  | 'body_too_large'
  | 'unsupported_media_type'
  | 'invalid'
  | 'key_reused'
  | 'rate_limited'
  | 'too_many_turns'
  | 'internal'
  | 'not_ready'
  | 'storage_unavailable'
  | 'overloaded';

export interface FieldProblem {
  readonly path: string;
  readonly problem: string;
}

export interface FaultDetails {
  readonly fields?: readonly FieldProblem[];
  /** The running turn, for `turn_in_progress`. */
  readonly turnId?: string;
  readonly retryAfterSeconds?: number;
  /** Title, date and successor of a withdrawn document. */
  readonly withdrawn?: {
    readonly title: string;
    readonly withdrawnOn: string | null;
    readonly successor: string | null;
  };
}

/** Something went wrong. The message is fixed text: never a parameter, never a person's words. */
export class Fault extends Error {
  readonly code: FaultCode;
  readonly details: FaultDetails;

  constructor(code: FaultCode, message: string, options: { cause?: unknown; details?: FaultDetails } = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.name = 'Fault';
    this.code = code;
    this.details = options.details ?? {};
  }
}
