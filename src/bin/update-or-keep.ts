import type { Citewell } from '#compose.ts';
import { Fault } from '#domain/fault.ts';
import type { IngestReport, OnProgress } from '#knowledge/knowledge.ts';

const nothingChanged: IngestReport = { added: 0, updated: 0, unchanged: 0, withdrawn: 0, failures: [], warnings: [] };

/** How long to wait for another process when there is no index at all. */
const firstIndexWaitMs = 10 * 60_000;

/**
 * For a command that asks: the documents in force will do when they cannot be brought up to date, because another process
 * is at it or the disk is full; stderr says so.
 */
export async function updateOrKeep(citewell: Citewell, onProgress: OnProgress): Promise<IngestReport> {
  try {
    return await citewell.updateIndex(onProgress, 0);
  } catch (error) {
    const canGoOn = error instanceof Fault && ['state_conflict', 'storage_unavailable'].includes(error.code);
    if (!canGoOn) throw error;
    if (!citewell.knowledge.readiness().ready) return await citewell.updateIndex(onProgress, firstIndexWaitMs);
    process.stderr.write(`${error.message} The documents in force until now are used.\n`);
    return nothingChanged;
  }
}
