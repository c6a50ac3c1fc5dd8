import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const root = fileURLToPath(new URL('../../', import.meta.url));
const packageSchema = z.object({ scripts: z.record(z.string(), z.string()) });
const { scripts } = packageSchema.parse(JSON.parse(readFileSync(`${root}package.json`, 'utf8')));

/** `npm start` runs the build; `npm run dev` runs the same file from its source, only watched. */
const scriptOf = {
  serve: 'dev',
  ask: 'ask',
  ingest: 'ingest',
  search: 'search',
  evaluate: 'eval',
  'queue-answers': 'review:queue',
  sign: 'sign',
  'eval:cases': 'eval:cases',
  'eval:judge': 'eval:judge',
} as const;

export type CommandName = keyof typeof scriptOf;

export type Env = Readonly<Record<string, string>>;

export interface Ended {
  /** Null when a signal ended it. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A command from its source, as its script in `package.json` names it, with no settings but the given ones. */
function launch(name: CommandName, args: readonly string[], env: Env): ChildProcess {
  const [node = '', ...rest] = (scripts[scriptOf[name]] ?? '').split(' ').filter((part) => part !== '--watch');
  if (node !== 'node' || !rest.at(-1)?.endsWith(`/${name.replace(':', '-')}.ts`))
    throw new Error(`No script runs ${name} from source.`);
  const kept = { PATH: process.env['PATH'], HOME: process.env['HOME'], TMPDIR: process.env['TMPDIR'] };
  return spawn(process.execPath, [...rest, ...args], {
    cwd: root,
    env: { ...kept, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Runs a command to its end. */
export async function runCommand(name: CommandName, args: readonly string[], env: Env = {}): Promise<Ended> {
  const { ended } = watch(launch(name, args, env));
  return await ended;
}

export interface RunningCommand {
  signal(name: 'SIGTERM' | 'SIGKILL'): void;
  readonly ended: Promise<Ended>;
}

/** Starts a command and leaves it running. */
export function launchCommand(name: CommandName, args: readonly string[], env: Env): RunningCommand {
  const child = launch(name, args, env);
  return { ended: watch(child).ended, signal: (signal) => child.kill(signal) };
}

export interface RunningServer {
  readonly url: string;
  /** All that it has written so far. */
  readonly written: () => string;
  /** Resolves with the first line, written already or yet to come, that holds `words`. */
  line(words: string): Promise<string>;
  signal(name: 'SIGTERM' | 'SIGKILL'): void;
  readonly ended: Promise<Ended>;
}

/** Starts the server on a free port; resolves once it listens, rejects with what it wrote when it ends before. */
export async function launchServer(env: Env): Promise<RunningServer> {
  const child = launch('serve', [], { PORT: '0', RATE_LIMIT_PER_MINUTE: '0', ...env });
  const { ended, written, line } = watch(child);
  const listening = await line('Citewell listens on');
  const { url } = z.object({ url: z.string() }).parse(JSON.parse(listening));
  return { url, written, line, ended, signal: (name) => child.kill(name) };
}

function watch(child: ChildProcess) {
  const output = { stdout: '', stderr: '' };
  let look: Array<() => void> = [];
  for (const name of ['stdout', 'stderr'] as const) {
    child[name]?.setEncoding('utf8').on('data', (text: string) => {
      output[name] += text;
      for (const again of look) again();
    });
  }
  const ended = once(child, 'close').then(([code]): Ended => ({ code, ...output }));
  const written = () => output.stdout + output.stderr;

  function line(words: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const find = () => {
        const found = output.stderr
          .split('\n')
          .slice(0, -1)
          .find((text) => text.includes(words));
        if (found === undefined) return;
        look = look.filter((other) => other !== find);
        resolve(found);
      };
      look.push(find);
      find();
      void ended.then(() => reject(new Error(`It ended without writing "${words}":\n${written()}`)));
    });
  }

  return { ended, written, line };
}
