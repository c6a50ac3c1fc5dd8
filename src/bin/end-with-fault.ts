import { BadSettings } from '#config/read-config.ts';
import { Fault } from '#domain/fault.ts';
import { EXIT } from './parse-command.ts';

/** Says what went wrong in one line (and its cause), without a stack, and ends the process. */
export function endWithFault(error: unknown): never {
  const said = error instanceof Error ? error.message : 'Something went wrong.';
  const cause = error instanceof Error && error.cause instanceof Error ? ` (${error.cause.message})` : '';
  process.stderr.write(`${said}${error instanceof Fault || error instanceof BadSettings ? '' : cause}\n`);
  process.exit(error instanceof BadSettings ? EXIT.usage : EXIT.fault);
}
