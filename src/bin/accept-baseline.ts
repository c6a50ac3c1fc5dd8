import { acceptRun } from '#evaluation/gate/baseline.ts';
import { compareRun } from '#evaluation/gate/compare-run.ts';
import type { Finding } from '#evaluation/gate/comparison.ts';
import { formatBaseline } from '#evaluation/gate/format-baseline.ts';
import { replaceFile } from '#evaluation/replace-file.ts';
import { identifySuite } from '#evaluation/run/run-suites.ts';
import { endWithFault } from './end-with-fault.ts';
import { baselineFile, readAccepted } from './evaluate/compare-with.ts';
import { evalsDir, loadSuites, readSettings } from './evaluate/load-suites.ts';
import { reportsDir } from './evaluate/reports-dir.ts';
import { listRuns, readRun } from './evaluate/run-folder.ts';
import { VERIFIER_NAME } from './evaluate/verifier-name.ts';
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
  const { values, positionals } = parseCommand(HELP, { reason: { type: 'string' }, run: { type: 'string' } });
  if (positionals.length > 0) refuseUsage(`${positionals.join(' ')}: nothing is expected there.`, HELP);
  const reason = String(values['reason'] ?? '').trim();
  if (reason.length < LEAST_CHARS) refuseUsage(`--reason needs at least ${LEAST_CHARS} characters.`, HELP);
  const name = typeof values['run'] === 'string' ? values['run'] : (await listRuns(reportsDir)).at(-1);
  if (name === undefined) refuseUsage('There is no run yet: npm run eval makes one.', HELP);
  const run = await readRun(reportsDir, name);
  if (run.split !== 'dev') refuseUsage('Only a run of dev can be the baseline.', HELP);
  const settings = await readSettings();
  const whole = await loadSuites({ folder: `${evalsDir}/suites`, names: null, split: 'dev', tag: null }, settings);
  const differs = whole.map(identifySuite).filter(({ name: suite, digest }) => {
    return !run.suites.some((ran) => ran.name === suite && ran.digest === digest);
  });
  if (differs.length > 0)
    refuseUsage(
      `The run ${name} did not ask all cases as they are now of ${differs.map((one) => one.name).join(', ')}.`,
      HELP,
    );
  if (run.identity.index === null) refuseUsage('A run of a server elsewhere cannot be the baseline.', HELP);
  if (run.judge !== VERIFIER_NAME) refuseUsage('A run that a model judged cannot be the baseline.', HELP);
  const before = await readAccepted();
  const findings = before === null ? [] : compareRun(run, before, settings.gate, { isWhole: true }).findings;
  const accepted = findings.filter(({ fails }) => fails).map(nameOf);
  const acceptedOn = new Date().toISOString().slice(0, 10);
  const baseline = acceptRun(run, before, { acceptedOn, reason, accepted });
  await replaceFile(baselineFile, formatBaseline(baseline));
  process.stdout.write(`The run ${name} is the baseline now.\n${accepted.map((one) => `accepted: ${one}\n`).join('')}`);
}

accept().then(() => process.exit(EXIT.done), endWithFault);
