import { Fault } from '#domain/fault.ts';

interface DescribedError {
  readonly name: string;
  readonly code?: string;
  readonly message?: string;
  /** Where it was thrown: the stack without its first line. */
  readonly frames: readonly string[];
  readonly cause?: DescribedError;
}

/**
 * An error for the log. Messages other than a fault's own fixed text are left out: a parser or a driver may quote a
 * person's words in them.
 */
export function describeError(error: unknown, depth = 0): DescribedError {
  if (!(error instanceof Error)) return { name: typeof error, frames: [] };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  return {
    name: error.name,
    ...(code !== undefined && /^\w{1,60}$/.test(code) && { code }),
    ...(error instanceof Fault && { message: error.message }),
    frames: framesOf(error),
    ...(error.cause !== undefined && depth < 3 && { cause: describeError(error.cause, depth + 1) }),
  };
}

/** Frames as the engine writes them, `at f (file:1:2)`; the message, which may have lines of its own, is not among them. */
function framesOf(error: Error): readonly string[] {
  const head = `${error.name}: ${error.message}`;
  const stack = error.stack ?? '';
  const rest = stack.startsWith(head) ? stack.slice(head.length) : '';
  return rest
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '))
    .slice(0, 12);
}
