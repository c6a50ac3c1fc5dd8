import { readFile } from 'node:fs/promises';
import { calibrateJudge } from '#evaluation/judge/calibrate-judge.ts';
import { createJudge } from '#evaluation/judge/create-judge.ts';
import { readLabels } from '#evaluation/judge/read-labels.ts';
import { endWithFault } from './end-with-fault.ts';
import { EXIT, parseCommand, refuseUsage } from './parse-command.ts';

const HELP = `
Usage: JUDGE_BASE_URL=http://127.0.0.1:8000/v1 JUDGE_MODEL=name [JUDGE_API_KEY=…] npm run eval:judge -- LABELS [--bar 0.8]

Asks a judge about claims that people have labelled and prints, as JSON, how far it agrees with them and whether it may gate.
LABELS is JSONL: {"claim", "evidence": [], "supported", "labelledBy", "heldOut"}. What stands in it is sent to the endpoint.

  --bar  the least balanced accuracy that the lower bound must reach (0.8)

Ends with 0 when the judge may gate, with 1 when not.
`;

async function run(): Promise<void> {
  const { values, positionals } = parseCommand(HELP, { bar: { type: 'string' } });
  const [file = refuseUsage('Which labels?', HELP)] = positionals;
  const bar = Number(values['bar'] ?? 0.8);
  if (!(bar > 0.5 && bar <= 1)) refuseUsage('--bar is above 0.5 and at most 1.', HELP);
  const { JUDGE_BASE_URL: baseUrl, JUDGE_MODEL: model, JUDGE_API_KEY: key = null } = process.env;
  if (!baseUrl || !model) refuseUsage('JUDGE_BASE_URL and JUDGE_MODEL say which judge.', HELP);
  const labels = readLabels(await readFile(file, 'utf8'));
  const judge = await createJudge({ baseUrl, model, key, env: process.env });
  const calibration = await calibrateJudge(judge, labels, { bar });
  process.stdout.write(`${JSON.stringify(calibration, null, 2)}\n`);
  process.exitCode = calibration.mayGate ? EXIT.done : EXIT.fault;
}

run().catch(endWithFault);
