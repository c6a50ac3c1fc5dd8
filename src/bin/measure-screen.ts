import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { createScreen } from '#assistant/screen/create-screen.ts';
import { compose } from '#compose.ts';
import { readConfig } from '#config/read-config.ts';
import { readSuite } from '#evaluation/read-suite.ts';
import { fromPackage } from '../compose/from-package.ts';
import { readInputs } from '../compose/read-inputs.ts';
import { endWithFault } from './end-with-fault.ts';
import { EXIT, parseCommand, refuseUsage } from './parse-command.ts';

const HELP = `
Usage: npm run bench:screen

Times the screen over every dev message of evals/suites, and the way of an emergency card through the whole product: as it
should be, without an index, with the database closed, and over the rate limit. Milliseconds at the median, the 99th
percentile and at most, after one round to warm up.
`;

const FRESH = { levelReached: null, amberSigns: [], ownCaseOpen: false } as const;
const EMERGENCY = 'my father cannot breathe and his lips are blue';
const CARDS = 300;

function print(name: string, times: readonly number[]): void {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0).toFixed(2);
  process.stdout.write(`${name}\t${sorted.length}\t${at(0.5)}\t${at(0.99)}\t${at(1)}\n`);
}

function time(work: () => void): number {
  const started = performance.now();
  work();
  return performance.now() - started;
}

async function readMessages(): Promise<string[][]> {
  const folder = fromPackage('evals/suites');
  const suites = await Promise.all((await readdir(folder)).map((name) => readSuite(join(folder, name))));
  return suites.flat().flatMap(({ split, turns }) => (split === 'dev' ? [[...turns]] : []));
}

type Wreck = 'nothing' | 'index' | 'database' | 'quota';

/** Milliseconds of each card, and throws where one is missing. */
async function timeCards(wreck: Wreck): Promise<number[]> {
  const dataDir = await mkdtemp(join(tmpdir(), 'citewell-cards-'));
  const quota = wreck === 'quota' ? '1' : '0';
  const config = readConfig({ DATA_DIR: dataDir, CORPUS_DIR: fromPackage('corpus'), RATE_LIMIT_PER_MINUTE: quota });
  const citewell = await compose(config, { log: pino({ level: 'silent' }) });
  if (wreck !== 'index') await citewell.updateIndex();
  if (wreck === 'database') await citewell.close();
  const times: number[] = [];
  for (let i = 0; i < CARDS * 2; i += 1) {
    const started = performance.now();
    const response = await citewell.app.request('/v1/chat', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ message: EMERGENCY }),
    });
    const reply = (await response.json()) as { outcome?: string };
    if (reply.outcome !== 'escalated') throw new Error(`no card without ${wreck}: status ${response.status}`);
    if (i >= CARDS) times.push(performance.now() - started);
  }
  if (wreck !== 'database') await citewell.close();
  await rm(dataDir, { recursive: true, force: true });
  return times;
}

async function measure(): Promise<void> {
  const { positionals } = parseCommand(HELP);
  if (positionals.length > 0) refuseUsage('No argument is expected.', HELP);
  const dataDir = await mkdtemp(join(tmpdir(), 'citewell-screen-'));
  const config = readConfig({ DATA_DIR: dataDir, CORPUS_DIR: fromPackage('corpus') });
  const { rules, classifiers } = await readInputs(config);
  const screen = createScreen({
    rules,
    classifiers,
    locales: ['en'],
    vocabulary: new Set(),
    organisationNames: ['CancerFax'],
  });
  const messages = await readMessages();
  const turn = (turns: readonly string[]) => screen.screen(turns.at(-1) ?? '', FRESH, turns.slice(0, -1));
  for (const turns of messages) turn(turns);
  process.stdout.write('what\tn\tp50\tp99\tmax\n');
  print(
    'a turn screened',
    messages.map((turns) => time(() => void turn(turns))),
  );
  print(
    'red flags alone',
    messages.map((turns) => time(() => void screen.escalation(turns.at(-1) ?? ''))),
  );
  for (const wreck of ['nothing', 'index', 'database', 'quota'] as const) {
    print(wreck === 'nothing' ? 'a card' : `a card, ${wreck} down`, await timeCards(wreck));
  }
  await rm(dataDir, { recursive: true, force: true });
}

measure().then(() => process.exit(EXIT.done), endWithFault);
