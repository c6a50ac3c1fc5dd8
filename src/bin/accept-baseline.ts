import { rename, writeFile } from 'node:fs/promises';
import { acceptRun } from '#evaluation/gate/baseline.ts';
import { compareRun } from '#evaluation/gate/compare-run.ts';
import type { Finding } from '#evaluation/gate/comparison.ts';
import { formatBaseline } from '#evaluation/gate/format-baseline.ts';
import { endWithFault } from './end-with-fault.ts';
import { baselineFile, readAccepted } from './evaluate/compare-with.ts';
import { readSettings } from './evaluate/load-suites.ts';
import { reportsDir } from './evaluate/reports-dir.ts';
import { listRuns, readRun } from './evaluate/run-folder.ts';
import { EXIT, parseCommand, refuseUsage } from './parse-command.ts';

const HELP = `
Usage: npm run eval:accept -- --reason "why what is worse is right" [--run NAME]

Makes a run the baseline that the gate compares with: evals/baseline.json. The reason and what failed by the baseline
before are kept in it. A run of all suites, of dev; the newest one when not named.

  --reason  at least ten characters: whoever reads the history must understand it
  --run     a run of evals/reports
`;

/** Shorter ones explain nothing. */
const LEAST_CHARS = 10;

const nameOf = ({ suite, check, worse }: Finding): string => `${suite} ${check}: ${worse.join(', ')}`;

async function accept(): Promise<void> {
  const { values } = parseCommand(HELP, { reason: { type: 'string' }, run: { type: 'string' } });
  const reason = String(values['reason'] ?? '').trim();
  if (reason.length < LEAST_CHARS) refuseUsage(`--reason needs at least ${LEAST_CHARS} characters.`, HELP);
  const name = typeof values['run'] === 'string' ? values['run'] : (await listRuns(reportsDir)).at(-1);
  if (name === undefined) refuseUsage('There is no run yet: npm run eval makes one.', HELP);
  const run = await readRun(reportsDir, name);
  if (run.split !== 'dev') refuseUsage('Only a run of dev can be the baseline.', HELP);
  const settings = await readSettings();
  const ran = new Set(run.suites.map((suite) => suite.name));
  const left = Object.keys(settings.suites).filter((suite) => !ran.has(suite));
  if (left.length > 0) refuseUsage(`The run ${name} leaves out ${left.join(', ')}.`, HELP);
  const before = await readAccepted();
  const findings = before === null ? [] : compareRun(run, before, settings.gate).findings;
  const accepted = findings.filter(({ fails }) => fails).map(nameOf);
  const acceptedOn = new Date().toISOString().slice(0, 10);
  const baseline = acceptRun(run, before, { acceptedOn, reason, accepted });
  await writeFile(`${baselineFile}.new`, formatBaseline(baseline));
  await rename(`${baselineFile}.new`, baselineFile);
  process.stdout.write(`The run ${name} is the baseline now.\n${accepted.map((one) => `accepted: ${one}\n`).join('')}`);
}

accept().then(() => process.exit(EXIT.done), endWithFault);
