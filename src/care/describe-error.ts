import { Fault } from '#domain/fault.ts';

interface DescribedError {
  readonly name: string;
  readonly code: string | null;
  readonly frames: readonly string[];
  readonly cause: DescribedError | null;
}

const frame = /^ {4}at .*(?::\d+:\d+\)?|\(<anonymous>\))$/;
const deepestCause = 3;

/** What may be logged of an error. Never its message: a model's or a parser's error can quote the patient. */
export function describeError(error: unknown, depth = 0): DescribedError {
  if (!(error instanceof Error)) return { name: typeof error, code: null, frames: [], cause: null };
  return {
    name: error.name,
    code: error instanceof Fault ? error.code : codeOf(error),
    frames: (error.stack ?? '').split('\n').filter((line) => frame.test(line)),
    cause: error.cause === undefined || depth >= deepestCause ? null : describeError(error.cause, depth + 1),
  };
}

/** System and database codes look like `ENOSPC`; anything else may be text. */
function codeOf(error: Error): string | null {
  return 'code' in error && typeof error.code === 'string' && /^[A-Z_]{1,40}$/.test(error.code) ? error.code : null;
}
