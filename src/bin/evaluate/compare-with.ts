import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { acceptRun, type Baseline, readBaseline } from '#evaluation/gate/baseline.ts';
import { compareRun } from '#evaluation/gate/compare-run.ts';
import type { Comparison } from '#evaluation/gate/comparison.ts';
import type { EvalRun } from '#evaluation/run/run-record.ts';
import type { SuiteSettings } from '#evaluation/run/suite-settings.ts';
import { evalsDir } from './load-suites.ts';
import { readRun } from './run-folder.ts';

/** Of a run that nobody accepted; it is not shown. */
const NO_DATE = '1970-01-01';

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

/** The run beside the baseline, or beside another run; null while there is no baseline. */
export async function compareWith(
  run: EvalRun,
  other: { readonly dir: string; readonly name: string } | null,
  { gate }: SuiteSettings,
  isWhole: boolean,
): Promise<Comparison | null> {
  if (other !== null) {
    const asBaseline = { acceptedOn: NO_DATE, reason: 'It was not accepted as a baseline.', accepted: [] };
    const baseline = acceptRun(await readRun(other.dir, other.name), null, asBaseline);
    return compareRun(run, baseline, gate, { name: `the run ${other.name}` });
  }
  const accepted = await readAccepted();
  return accepted && compareRun(run, accepted, gate, { isWhole });
}
