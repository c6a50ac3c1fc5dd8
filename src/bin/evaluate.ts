import { endWithFault } from './end-with-fault.ts';
import { readOptions } from './evaluate/options.ts';

async function evaluate(): Promise<number> {
  const options = readOptions();
  // Loaded only now, so that help and usage answer at once.
  const { runEvaluation } = await import('./evaluate/run-evaluation.ts');
  return runEvaluation(options);
}

evaluate().then((status) => process.exit(status), endWithFault);
