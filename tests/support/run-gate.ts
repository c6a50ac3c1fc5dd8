import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const projectRoot = fileURLToPath(new URL('../..', import.meta.url));

export interface GateRun {
  readonly status: number | null;
  readonly output: string;
}

/** Runs a tool of this project with a file on standard input. */
export function runTool(tool: string, args: readonly string[], input = '', cwd = projectRoot): GateRun {
  const run = spawnSync(join(projectRoot, 'node_modules', '.bin', tool), args, { cwd, input, encoding: 'utf8' });
  return { status: run.status, output: `${run.stdout}${run.stderr}` };
}

/** A throw-away project with these files and this project's packages; `use` gets its folder. */
export function inProject<T>(files: Readonly<Record<string, string>>, use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'citewell-gate-'));
  try {
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    symlinkSync(join(projectRoot, 'node_modules'), join(folder, 'node_modules'));
    symlinkSync(join(projectRoot, 'src', 'domain'), join(folder, 'domain'));
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
