import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { acceptRun, type Baseline, readBaseline } from '#evaluation/gate/baseline.ts';
import { compareRun } from '#evaluation/gate/compare-run.ts';
import type { Comparison } from '#evaluation/gate/comparison.ts';
import type { EvalRun } from '#evaluation/run/run-record.ts';
import type { SuiteSettings } from '#evaluation/run/suite-settings.ts';
import { evalsDir } from './load-suites.ts';
import { readRun } from './run-folder.ts';

export const baselineFile = join(evalsDir, 'baseline.json');

/** The accepted baseline; null while none is. Throws when it is damaged. */
export async function readAccepted(): Promise<Baseline | null> {
  try {
    return readBaseline(await readFile(baselineFile, 'utf8'));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw error;
  }
}

/** Another run, as if it had been accepted when it was made. */
async function runAsBaseline(dir: string, name: string): Promise<Baseline> {
  const accepting = { acceptedOn: '1970-01-01', reason: `The run ${name}.`, accepted: [] };
  return acceptRun(await readRun(dir, name), null, accepting);
}

/** The run beside the baseline, or beside another run; null while there is no baseline. */
export async function compareWith(
  run: EvalRun,
  other: { readonly dir: string; readonly name: string } | null,
  settings: SuiteSettings,
): Promise<Comparison | null> {
  const baseline = other === null ? await readAccepted() : await runAsBaseline(other.dir, other.name);
  return baseline && compareRun(run, baseline, settings.gate);
}
