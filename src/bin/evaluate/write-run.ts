import { join } from 'node:path';
import type { Comparison } from '#evaluation/gate/comparison.ts';
import { replaceFile } from '#evaluation/replace-file.ts';
import { renderHistory } from '#evaluation/report/render-history.ts';
import { renderReport } from '#evaluation/report/render-report.ts';
import { drawMatrix } from '#evaluation/run/decision-matrix.ts';
import type { EvalRun } from '#evaluation/run/run-record.ts';
import { KNOWN_LIMITS } from './known-limits.ts';
import { type createRunFolder, listRuns, readRun } from './run-folder.ts';

/** Runs drawn in the history, the newest ones. */
const DRAWN = 30;

/** Writes `run.json` and `report.html` into the run's folder, and `index.html`, the history, beside it. */
export async function writeRun(
  dir: string,
  folder: ReturnType<typeof createRunFolder>,
  run: EvalRun,
  comparison: Comparison | null,
): Promise<void> {
  await folder.write('run.json', `${JSON.stringify(run)}\n`);
  const matrix = drawMatrix(run.records);
  await folder.write('report.html', renderReport({ run, matrix, comparison, limits: KNOWN_LIMITS }));
  const names = (await listRuns(dir)).slice(-DRAWN);
  const runs = await Promise.all(
    names.map(async (id) => {
      // One that another version wrote cannot be drawn.
      const read = await readRun(dir, id).catch(() => null);
      return read === null ? [] : [{ id, metrics: read.metrics, identity: read.identity }];
    }),
  );
  await replaceFile(join(dir, 'index.html'), renderHistory(runs.flat()));
}
