import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';

/** The encoder makes little garbage; without limits its thread would grow to several times what it needs. */
const resourceLimits = { maxYoungGenerationSizeMb: 8, maxOldGenerationSizeMb: 256 };

/**
 * Starts the encoder's thread on the graph model in `modelFile`. From `dist/` the compiled file is loaded as it is. From source, Node 20 cannot load a
 * `.ts` worker, and a worker does not inherit the loader that vitest or tsx gave its parent, so it registers tsx first.
 */
export function startEncoderWorker(modelFile: string): Worker {
  const fromSource = import.meta.url.endsWith('.ts');
  if (!fromSource)
    return new Worker(new URL('./encoder-worker.js', import.meta.url), {
      execArgv: [],
      workerData: modelFile,
      resourceLimits,
    });
  const loader = createRequire(import.meta.url).resolve('tsx/cjs/api');
  const entry = fileURLToPath(new URL('./encoder-worker.ts', import.meta.url));
  const start = `require(${JSON.stringify(loader)}).register(); require(${JSON.stringify(entry)});`;
  return new Worker(start, { eval: true, execArgv: [], workerData: modelFile, resourceLimits });
}
