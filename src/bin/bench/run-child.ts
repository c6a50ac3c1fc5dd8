import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { z } from 'zod';

/** Room for the vectors as lists of numbers, which is how the peers want them. */
const heapMb = 8_192;

/** Runs a measurement in a process of its own, so that memory is its own, and reads the JSON it prints. */
export async function runChild<T>(script: URL, args: readonly string[], schema: z.ZodType<T>): Promise<T> {
  const file = fileURLToPath(script);
  const loader = file.endsWith('.ts') ? ['--conditions=source', '--import', 'tsx'] : [];
  const child = spawn(process.execPath, [`--max-old-space-size=${heapMb}`, ...loader, file, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`${file} ended with ${String(code)}.`);
  return schema.parse(JSON.parse(Buffer.concat(chunks).toString('utf8')));
}
