import { readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { EvalCase } from '#evaluation/eval-case.ts';
import { readSuite } from '#evaluation/read-suite.ts';

const OWN_SUITES = fileURLToPath(new URL('../../../evals/suites', import.meta.url));

export interface SuiteFolder {
  fileOf(name: string): string;
  /** None where there is no such suite yet. */
  read(name: string): Promise<readonly EvalCase[]>;
  /** The cases of every suite. */
  readAll(): Promise<readonly EvalCase[]>;
}

/** The suites in `folder`, or the product's own where that is null. */
export function openSuites(folder: string | null): SuiteFolder {
  const root = folder === null ? OWN_SUITES : resolve(folder);
  const fileOf = (name: string): string => {
    if (!/^[a-z0-9][a-z0-9-]*$/u.test(name)) throw new Error(`"${name}" is no name of a suite.`);
    return join(root, `${name}.jsonl`);
  };
  const names = async (): Promise<string[]> =>
    (await readdir(root)).filter((file) => file.endsWith('.jsonl')).map((file) => file.replace(/\.jsonl$/u, ''));
  return {
    fileOf,
    read: async (name) => ((await names()).includes(name) ? readSuite(fileOf(name)) : []),
    readAll: async () => (await Promise.all((await names()).sort().map((name) => readSuite(fileOf(name))))).flat(),
  };
}
