import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readSuite } from '#evaluation/read-suite.ts';
import type { Suite } from '#evaluation/run/run-suites.ts';
import { readSuiteSettings, type SuiteSettings } from '#evaluation/run/suite-settings.ts';

export const evalsDir = fileURLToPath(new URL('../../../evals', import.meta.url));

export interface SuiteChoice {
  readonly folder: string;
  /** Null for all of the folder. */
  readonly names: readonly string[] | null;
  readonly split: 'dev' | 'test';
  readonly tag: string | null;
}

export const readSettings = async (): Promise<SuiteSettings> =>
  readSuiteSettings(await readFile(join(evalsDir, 'suites.yaml'), 'utf8'));

/** Names of the suites in a folder, ascending. */
export async function listSuites(folder: string): Promise<string[]> {
  const files = await readdir(folder);
  return files
    .filter((file) => file.endsWith('.jsonl'))
    .map((file) => file.slice(0, -'.jsonl'.length))
    .sort();
}

/** The chosen cases of each suite. Throws for a bad case, and for a suite that `suites.yaml` does not name. */
export async function loadSuites(choice: SuiteChoice, settings: SuiteSettings): Promise<Suite[]> {
  const { folder, split, tag } = choice;
  const suites: Suite[] = [];
  for (const name of choice.names ?? (await listSuites(folder))) {
    if (settings.suites[name] === undefined) throw new Error(`suites.yaml says nothing of the suite ${name}.`);
    const all = await readSuite(join(folder, `${name}.jsonl`));
    const cases = all.filter((item) => item.split === split && (tag === null || item.tags.includes(tag)));
    if (cases.length > 0) suites.push({ name, cases });
  }
  return suites;
}
