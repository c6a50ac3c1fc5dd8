import { readFile } from 'node:fs/promises';
import type { EvalCase } from '#evaluation/eval-case.ts';
import { type Imported, type ImportOptions, importRows } from '#evaluation/exchange/csv/import-rows.ts';
import { parseSuiteCsv } from '#evaluation/exchange/csv/parse-suite-csv.ts';
import { promptfooToCases } from '#evaluation/exchange/promptfoo/promptfoo-to-cases.ts';
import { ragasToCases } from '#evaluation/exchange/ragas/ragas-to-cases.ts';
import type { Format } from './export-suite.ts';

function mergeForeign(existing: readonly EvalCase[], incoming: readonly EvalCase[], replace: boolean): Imported {
  const known = new Set(existing.map(({ id }) => id));
  const byId = new Map(incoming.map((item) => [item.id, item]));
  const left = replace ? existing.filter(({ id }) => byId.has(id)) : existing;
  const fresh = [...byId.values()].filter(({ id }) => !known.has(id));
  return {
    cases: [...left.map((item) => byId.get(item.id) ?? item), ...fresh],
    added: fresh.length,
    updated: byId.size - fresh.length,
    removed: existing.length - left.length,
    notAccepted: 0,
    duplicates: [],
  };
}

/** The suite with what a file brings. Throws when anything in the file is not as it must be; nothing is written here. */
export async function importFile(
  file: string,
  format: Format,
  existing: readonly EvalCase[],
  options: ImportOptions,
): Promise<Imported> {
  const bytes = await readFile(file);
  if (format === 'csv') return importRows(existing, parseSuiteCsv(bytes), options);
  if (options.author === null) throw new Error('Say who brings the cases in: --author NAME.');
  const read = format === 'ragas' ? ragasToCases : promptfooToCases;
  const { cases, leftOut } = read(bytes.toString('utf8'), { author: options.author, date: options.today });
  for (const { line, what } of leftOut) process.stderr.write(`line ${line}, not carried over: ${what}\n`);
  return mergeForeign(existing, cases, options.replace);
}
