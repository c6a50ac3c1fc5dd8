import { appendFile, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { replaceFile } from '#evaluation/replace-file.ts';
import type { TargetIdentity } from '#evaluation/run/eval-target.ts';
import {
  type CaseRecord,
  caseRecordSchema,
  type EvalRun,
  evalRunSchema,
  type SuiteIdentity,
} from '#evaluation/run/run-record.ts';

/** What a broken-off run must have in common with the one that goes on with it. */
export interface RunHead {
  readonly split: EvalRun['split'];
  readonly seed: number;
  readonly identity: TargetIdentity;
  /** Digest of the source: a commit says little of a tree that differs from it. */
  readonly code: string;
  /** What is asked where: suites with their digests, the folder or server. */
  readonly suites: readonly SuiteIdentity[];
  readonly asked: string;
}

/** A run's folder: `run.json` (the same bytes for the same seed), `report.html`, `timings.json`, and what was done so far. */
export function createRunFolder(dir: string, name: string) {
  const folder = join(dir, name);
  const at = (file: string) => join(folder, file);

  const write = (file: string, text: string) => replaceFile(at(file), text);

  return {
    at,
    write,
    /** Begins a run, or finds what one of that name has done. Throws when that one was made with something else. */
    async open(head: RunHead): Promise<CaseRecord[]> {
      await mkdir(folder, { recursive: true });
      if ((await readdir(folder)).includes('run.json'))
        throw new Error(`The run ${name} is finished. Give this one another name.`);
      const wanted = JSON.stringify(head);
      const lines = await readLines(at('records.jsonl'));
      const [begun, ...records] = lines;
      if (begun === undefined) {
        await writeFile(at('records.jsonl'), `${wanted}\n`);
        return [];
      }
      if (begun !== wanted)
        throw new Error(
          `The run ${name} was begun with other cases, code, documents, seed or target; it cannot go on.`,
        );
      // Without the half line that a kill may have left: the next record would be joined to it.
      await write('records.jsonl', `${lines.join('\n')}\n`);
      return records.map((line) => caseRecordSchema.parse(JSON.parse(line)));
    },
    append: (record: CaseRecord) => appendFile(at('records.jsonl'), `${JSON.stringify(record)}\n`),
  };
}

/** Whole lines; the last one of a process that was killed may not be. */
async function readLines(file: string): Promise<string[]> {
  try {
    const text = await readFile(file, 'utf8');
    return text
      .slice(0, text.lastIndexOf('\n') + 1)
      .split('\n')
      .filter(Boolean);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return [];
    throw error;
  }
}

/** Names of finished runs, in the order in which they were finished. */
export async function listRuns(dir: string): Promise<string[]> {
  await mkdir(dir, { recursive: true });
  const folders = await readdir(dir, { withFileTypes: true });
  const finished = await Promise.all(
    folders.map(async ({ name }) => {
      const found = await stat(join(dir, name, 'run.json')).catch(() => null);
      return found === null ? [] : [{ name, at: found.mtimeMs }];
    }),
  );
  return finished
    .flat()
    .sort((one, other) => one.at - other.at)
    .map(({ name }) => name);
}

/** Reads a `run.json`. Throws when it is none, naming the file. */
export async function readRunFile(file: string): Promise<EvalRun> {
  try {
    return evalRunSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch (cause) {
    throw new Error(`${file} is no run of npm run eval, or another version wrote it.`, { cause });
  }
}

export const readRun = (dir: string, name: string): Promise<EvalRun> => readRunFile(join(dir, name, 'run.json'));
