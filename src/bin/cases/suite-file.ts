import { join, resolve } from 'node:path';
import type { EvalCase } from '#evaluation/eval-case.ts';
import { readSuite } from '#evaluation/read-suite.ts';
import { evalsDir, listSuites } from '../evaluate/load-suites.ts';

export interface SuiteFolder {
  fileOf(name: string): string;
  /** None where there is no such suite yet. */
  read(name: string): Promise<readonly EvalCase[]>;
  /** The cases of every suite. */
  readAll(): Promise<readonly EvalCase[]>;
}

/** The suites in `folder`, or the product's own where that is null. */
export function openSuites(folder: string | null): SuiteFolder {
  const root = folder === null ? join(evalsDir, 'suites') : resolve(folder);
  const fileOf = (name: string): string => {
    if (!/^[a-z0-9][a-z0-9-]*$/u.test(name)) throw new Error(`"${name}" is no name of a suite.`);
    return join(root, `${name}.jsonl`);
  };
  return {
    fileOf,
    read: async (name) => ((await listSuites(root)).includes(name) ? readSuite(fileOf(name)) : []),
    readAll: async () => (await Promise.all((await listSuites(root)).map((name) => readSuite(fileOf(name))))).flat(),
  };
}
