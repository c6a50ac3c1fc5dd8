import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { readAsk } from '#assistant/ask/read-ask.ts';
import { resolveAsks } from '#assistant/ask/resolve-asks.ts';
import { rankCandidates } from '#assistant/compose/rank-candidates.ts';
import { beginSearch } from '#assistant/turn/begin-search.ts';
import { compose } from '#compose.ts';
import { readConfig } from '#config/read-config.ts';
import type { PastTurn } from '#domain/turn.ts';
import type { EvalCase } from '#evaluation/eval-case.ts';
import { readSuite } from '#evaluation/read-suite.ts';
import { exactInterval, formatProportion } from '#evaluation/statistics/exact-interval.ts';
import { type HeldOut, type TrainingCase, trainEvidenceModel } from '#evaluation/training/train-evidence-model.ts';
import { endWithFault } from './end-with-fault.ts';
import { EXIT, parseCommand } from './parse-command.ts';

const HELP = `
Usage: npm run train:answers [-- --write]

Fits which sentence answers best, and whether it answers at all, to the dev cases of evals/suites, and prints the curve of
answer rate against errors on topics that each fit had not seen. Deterministic: the same cases give the same file.

  --write      puts the model into prompts/answer/evidence-model.json
  --threshold  least probability of being right at which something is said (0.6)
`;

const SUITES = ['answers', 'questions', 'follow-ups', 'near-misses'];
const THRESHOLDS = [0.2, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.8];
const root = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

async function collect(items: readonly EvalCase[]): Promise<TrainingCase[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'citewell-train-'));
  const config = readConfig({ DATA_DIR: dataDir, CORPUS_DIR: root('corpus') });
  const { updateIndex, reader, evidence, close } = await compose(config, { log: pino({ level: 'silent' }) });
  const cases: TrainingCase[] = [];
  try {
    await updateIndex();
    for (const item of items) {
      const history: PastTurn[] = [];
      for (const message of item.turns.slice(0, -1)) {
        const asks = resolveAsks(message, history, reader()).map(({ text }) => text);
        history.push({ message, kind: 'answered', asks, citedPassages: [] });
      }
      const [question, ...others] = resolveAsks(item.turns.at(-1) ?? '', history, reader());
      if (!question || others.length > 0) continue;
      const ask = readAsk(question, reader());
      const whole = { ...ask, concepts: [...ask.concepts, ...ask.context] };
      const found = await beginSearch(question, evidence, new AbortController().signal);
      cases.push({ item, ask: whole, candidates: rankCandidates(whole, found, reader(), { bias: 0, features: {} }) });
    }
  } finally {
    await close();
    await rm(dataDir, { recursive: true, force: true });
  }
  return cases;
}

function printCurve(heldOut: readonly HeldOut[]): string {
  const answerable = heldOut.filter(({ item }) => item.expected.outcome === 'answered');
  const unanswerable = heldOut.filter(({ item }) => item.expected.outcome === 'abstained');
  const lines = THRESHOLDS.map((threshold) => {
    const said = (list: readonly HeldOut[]) => list.filter(({ probability }) => probability >= threshold);
    const answered = said(answerable);
    const right = answered.filter(({ isRight }) => isRight).length;
    const cells = [
      formatProportion(exactInterval(answered.length, answerable.length)),
      formatProportion(exactInterval(right, answerable.length)),
      formatProportion(exactInterval(answered.length - right, answered.length)),
      formatProportion(exactInterval(unanswerable.length - said(unanswerable).length, unanswerable.length)),
    ];
    return `| ${threshold} | ${cells.join(' | ')} |`;
  });
  return [
    '| threshold | answered | right | wrong, of answered | near misses abstained |',
    '|---|---|---|---|---|',
    ...lines,
    '',
  ].join('\n');
}

async function train(): Promise<void> {
  const { values } = parseCommand(HELP, { write: { type: 'boolean' }, threshold: { type: 'string' } });
  const suites = await Promise.all(SUITES.map((name) => readSuite(root(`evals/suites/${name}.jsonl`))));
  const cases = await collect(suites.flat().filter(({ split }) => split === 'dev'));
  const { parts, heldOut } = trainEvidenceModel(cases);
  process.stdout.write(printCurve(heldOut));
  if (values['write'] !== true) return;
  const model = {
    id: 'evidence-model',
    version: 1,
    source: 'Fitted to the dev cases of evals/suites, held out by topic; docs/answering.md has the curve',
    owner: 'Citewell',
    date: new Date().toISOString().slice(0, 10),
    reviewedBy: null,
    made: { cases: cases.length, command: 'npm run train:answers -- --write' },
    ...parts,
    threshold: Number(values['threshold'] ?? 0.6),
  };
  await writeFile(root('prompts/answer/evidence-model.json'), `${JSON.stringify(model, null, 2)}\n`);
}

train().then(() => process.exit(EXIT.done), endWithFault);
