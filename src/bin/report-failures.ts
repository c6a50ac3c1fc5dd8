import type { IngestFailure } from '#knowledge/knowledge.ts';

/** Names each file that was left out, and why, on stderr. */
export function reportFailures(failures: readonly IngestFailure[]): void {
  for (const { file, reason } of failures) process.stderr.write(`${file}: ${reason}\n`);
}
