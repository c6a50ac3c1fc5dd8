import { endWithFault } from './end-with-fault.ts';
import { readOptions } from './evaluate/options.ts';
import { EXIT } from './parse-command.ts';

// Until a result is known.
process.exitCode = EXIT.fault;

async function evaluate(): Promise<number> {
  const options = readOptions();
  // Loaded only now, so that help and usage answer at once.
  const { runEvaluation } = await import('./evaluate/run-evaluation.ts');
  return runEvaluation(options);
}

evaluate().then((status) => process.exit(status), endWithFault);
