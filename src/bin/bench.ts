import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { availableParallelism, cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { benchFolder } from './bench/bench-setup.ts';
import {
  type BenchFigures,
  benchFigures,
  encoderFigures,
  indexFigures,
  peerFigures,
  type SizeFigures,
  turnFigures,
} from './bench/figures.ts';
import { measureServer } from './bench/measure-server.ts';
import { renderReport } from './bench/render-report.ts';
import { runChild } from './bench/run-child.ts';
import { endWithFault } from './end-with-fault.ts';
import { EXIT, parseCommand, refuseUsage } from './parse-command.ts';

const HELP = `
Usage: npm run bench [-- --quick] [--real 10000]

Measures the product side by side with its peers and writes docs/bench.md and bench/results.json. The peers are installed
into bench/ the first time. Twenty to forty minutes, nothing else should run.

  --quick   100 and 10,000 passages only
  --real    passages of each size that the encoder embeds; further ones get mixtures of their vectors
`;

const root = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const here = (path: string): URL => new URL(path, import.meta.url);
const say = (text: string): void => void process.stderr.write(`${text}\n`);
const starts = 5;
const questions = 1_000;

function prepare(): void {
  if (!existsSync(root('bench/node_modules'))) {
    say('Installing the peers into bench/ …');
    execFileSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
      cwd: root('bench'),
      stdio: 'inherit',
    });
  }
  say('Building the server …');
  execFileSync('npm', ['run', 'build:server', '--silent'], { cwd: root('.'), stdio: 'inherit' });
}

const packageFile = z.object({ scripts: z.object({ start: z.string().regex(/^node .*dist\/bin\/serve\.js$/u) }) });

/** Flags and file of `npm start`. */
function readStart(): { flags: string[]; server: string } {
  const { scripts } = packageFile.parse(JSON.parse(readFileSync(root('package.json'), 'utf8')));
  const words = scripts.start.split(' ').slice(1);
  return { flags: words.slice(0, -1), server: root(words.at(-1) ?? '') };
}

const start = readStart();

async function measureSize(folder: string, passages: number, real: number) {
  const { corpus, data, exchange } = benchFolder(folder);
  say(`${passages} passages: the product's index …`);
  const args = [folder, String(passages), root('corpus'), String(real)];
  const index = await runChild(here('./bench/measure-index.ts'), args, indexFigures);
  say(`${passages} passages: LangChain …`);
  const langchain = await runChild(here('../../bench/langchain.mjs'), [exchange], peerFigures);
  say(`${passages} passages: Orama …`);
  const orama = await runChild(here('../../bench/orama.mjs'), [exchange], peerFigures);
  say(`${passages} passages: turns …`);
  const turns = await runChild(here('./bench/measure-turns.ts'), [folder], turnFigures);
  say(`${passages} passages: the server …`);
  return { index, langchain, orama, turns, server: await measureServer({ ...start, corpus, data }, starts, questions) };
}

async function measureGuides(folder: string) {
  say('The guides …');
  const corpus = root('corpus');
  const turns = await runChild(here('./bench/measure-turns.ts'), [folder, '10', corpus], turnFigures);
  return {
    turns,
    server: await measureServer({ ...start, corpus, data: benchFolder(folder).data }, starts, questions),
  };
}

async function write(figures: BenchFigures): Promise<void> {
  const report = renderReport(benchFigures.parse(figures));
  process.stdout.write(report);
  await writeFile(root('bench/results.json'), `${JSON.stringify(figures, null, 2)}\n`);
  await writeFile(root('docs/bench.md'), report);
}

async function bench(): Promise<void> {
  const { values } = parseCommand(HELP, { quick: { type: 'boolean' }, real: { type: 'string', default: '10000' } });
  const isQuick = values['quick'] === true;
  const real = Number(values['real']);
  if (!Number.isInteger(real) || real < 100) refuseUsage('--real must be a number from 100.', HELP);
  prepare();
  const loadBefore = loadavg()[0] ?? 0;
  const folder = mkdtempSync(join(tmpdir(), 'citewell-bench-'));
  try {
    say('The encoder …');
    const encoder = await runChild(here('./bench/measure-encoder.ts'), [], encoderFigures);
    const guides = await measureGuides(join(folder, 'guides'));
    const machine = {
      cores: availableParallelism(),
      processor: cpus()[0]?.model.trim() ?? 'unknown',
      memoryGb: Math.round(totalmem() / 2 ** 30),
      node: process.versions.node,
      loadBefore,
    };
    const sizes: SizeFigures[] = [];
    for (const passages of isQuick ? [100, 10_000] : [100, 10_000, 100_000]) {
      sizes.push(await measureSize(join(folder, String(passages)), passages, real));
      // After each size: the last one takes longest, and may be broken off.
      await write({ measuredOn: new Date().toISOString().slice(0, 10), machine, encoder, guides, sizes });
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

bench().then(() => process.exit(EXIT.done), endWithFault);
