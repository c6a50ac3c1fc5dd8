import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { shortQuestions } from './bench-setup.ts';

export interface ServerFigures {
  /** From the start of the process until `/readyz` says 200, each time. */
  readonly readyMs: number[];
  readonly residentAtStartMb: number;
  readonly residentAfterQuestionsMb: number;
  readonly questions: number;
}

export interface ServerPlace {
  /** Node's own, as `npm start` gives them. */
  readonly flags: readonly string[];
  readonly server: string;
  readonly corpus: string;
  readonly data: string;
}

/** The built server on a saved index: how soon it answers, and what it holds after so many questions. */
export async function measureServer(place: ServerPlace, starts: number, questions: number): Promise<ServerFigures> {
  const readyMs: number[] = [];
  for (let time = 0; time < starts; time += 1) {
    const { child, ms } = await startServer(place, 18_787 + time);
    readyMs.push(ms);
    await stop(child);
  }
  const { child, url } = await startServer(place, 18_786);
  const residentAtStartMb = residentMbOf(child);
  for (const message of shortQuestions(questions, 8)) {
    const response = await fetch(`${url}/v1/chat`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ message }),
    });
    if (response.status !== 200) throw new Error(`The server answered ${response.status}.`);
    await response.arrayBuffer();
  }
  const residentAfterQuestionsMb = residentMbOf(child);
  await stop(child);
  return { readyMs, residentAtStartMb, residentAfterQuestionsMb, questions };
}

async function startServer({ flags, server, corpus, data }: ServerPlace, port: number) {
  const started = performance.now();
  const env = {
    CORPUS_DIR: corpus,
    DATA_DIR: data,
    PORT: String(port),
    RATE_LIMIT_PER_MINUTE: '0',
    LOG_LEVEL: 'error',
  };
  const child = spawn(process.execPath, [...flags, server], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  const url = `http://127.0.0.1:${port}`;
  for (;;) {
    if (child.exitCode !== null) throw new Error('The server ended before it was ready.');
    const isReady = await fetch(`${url}/readyz`).then(
      ({ status }) => status === 200,
      () => false,
    );
    if (isReady) return { child, url, ms: performance.now() - started };
    await setTimeout(5);
  }
}

async function stop(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}

/** What the system says the process holds in memory. */
const residentMbOf = ({ pid }: ChildProcess): number =>
  Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1_000;
