import { type ParseArgsConfig, parseArgs } from 'node:util';

/** Exit statuses of every command. */
export const EXIT = { done: 0, fault: 1, usage: 2, someFilesFailed: 3 } as const;

type Options = NonNullable<ParseArgsConfig['options']>;

export interface Command {
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
  readonly positionals: readonly string[];
}

/** Reads arguments. Prints `help` and exits 0 for `--help`; prints what was wrong and exits 2 for anything unknown. */
export function parseCommand(help: string, options: Options = {}): Command {
  try {
    const { values, positionals } = parseArgs({
      options: { ...options, help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
      strict: true,
    });
    if (values['help'] === true) {
      process.stdout.write(`${help.trim()}\n`);
      process.exit(EXIT.done);
    }
    return { values: values as Command['values'], positionals };
  } catch (error) {
    return refuseUsage(error instanceof Error ? error.message : 'Unusable arguments.', help);
  }
}

export function refuseUsage(problem: string, help: string): never {
  process.stderr.write(`${problem}\n\n${help.trim()}\n`);
  process.exit(EXIT.usage);
}
