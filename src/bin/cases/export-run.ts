import type { EvalCase } from '#evaluation/eval-case.ts';
import { runToPromptfoo } from '#evaluation/exchange/promptfoo/run-to-promptfoo.ts';
import { runToRagas } from '#evaluation/exchange/ragas/run-to-ragas.ts';
import type { EvalRun } from '#evaluation/run/run-record.ts';
import { reportsDir } from '../evaluate/reports-dir.ts';
import { readRun, readRunFile } from '../evaluate/run-folder.ts';
import { type Format, writeRagas } from './export-suite.ts';
import { readDocuments } from './read-documents.ts';
import type { SuiteFolder } from './suite-file.ts';
import { writeOut } from './write-out.ts';

/** A run by its name in `evals/reports`, or the path of its `run.json`. */
async function readReplies(name: string): Promise<EvalRun> {
  const run = await (name.endsWith('.json') ? readRunFile(name) : readRun(reportsDir, name));
  // Cases of drafts and of retrieval ask nothing of the assistant.
  return { ...run, records: run.records.filter(({ replies }) => replies.length > 0) };
}

export async function exportRun(
  name: string,
  format: Format,
  file: string | null,
  suites: SuiteFolder,
  corpusDir: string,
): Promise<void> {
  const run = await readReplies(name);
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
