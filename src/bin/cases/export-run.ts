import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { EvalCase } from '#evaluation/eval-case.ts';
import { exportedRunSchema } from '#evaluation/exchange/exported-run.ts';
import { runToPromptfoo } from '#evaluation/exchange/promptfoo/run-to-promptfoo.ts';
import { runToRagas } from '#evaluation/exchange/ragas/run-to-ragas.ts';
import { type Format, writeRagas } from './export-suite.ts';
import { readDocuments } from './read-documents.ts';
import type { SuiteFolder } from './suite-file.ts';
import { writeOut } from './write-out.ts';

const REPORTS = fileURLToPath(new URL('../../../evals/reports', import.meta.url));

/** A run by its name in `evals/reports`, or the path of its `run.json`. */
async function readRun(name: string) {
  const file = name.endsWith('.json') ? name : join(REPORTS, name, 'run.json');
  const parsed = exportedRunSchema.safeParse(JSON.parse(await readFile(file, 'utf8')));
  if (!parsed.success) throw new Error(`${file} is no run: ${z.prettifyError(parsed.error)}`);
  // Cases of drafts and of retrieval ask nothing of the assistant.
  return { ...parsed.data, records: parsed.data.records.filter(({ replies }) => replies.length > 0) };
}

export async function exportRun(
  name: string,
  format: Format,
  file: string | null,
  suites: SuiteFolder,
  corpusDir: string,
): Promise<void> {
  const run = await readRun(name);
  if (format === 'csv') throw new Error('A run is exported as ragas or promptfoo; its report is a page of its own.');
  if (format === 'promptfoo') {
    const output = runToPromptfoo(run, new Date().toISOString());
    return writeOut(file, `${JSON.stringify(output, null, 2)}\n`, `${run.records.length} results`);
  }
  const cases = new Map<string, EvalCase>();
  for (const suite of new Set(run.records.map((record) => record.suite)))
    for (const item of await suites.read(suite)) cases.set(`${suite} ${item.id}`, item);
  const passages = new Map(
    (await readDocuments(corpusDir)).flatMap((source) => source.passages.map(({ id, text }) => [String(id), text])),
  );
  const { silent, ...samples } = runToRagas(run, {
    caseOf: (suite, id) => cases.get(`${suite} ${id}`) ?? null,
    passageText: (id) => passages.get(id) ?? null,
  });
  await writeRagas(samples, file);
  process.stderr.write(
    `Left out, because RAGAS cannot score silence: ${silent.expected} in which saying nothing was right, ${silent.unexpected} in which it was not.\n`,
  );
}
