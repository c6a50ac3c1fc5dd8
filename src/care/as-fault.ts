import { Fault } from '#domain/fault.ts';

export function asFault(error: unknown): Fault {
  return error instanceof Fault ? error : new Fault('internal', 'Something went wrong.', { cause: error });
}
