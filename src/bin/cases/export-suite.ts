import type { EvalCase } from '#evaluation/eval-case.ts';
import { renderSuiteCsv } from '#evaluation/exchange/csv/render-suite-csv.ts';
import { writeJsonl } from '#evaluation/exchange/jsonl.ts';
import { caseToPromptfoo } from '#evaluation/exchange/promptfoo/case-to-promptfoo.ts';
import { casesToRagas } from '#evaluation/exchange/ragas/case-to-ragas.ts';
import type { RagasSamples } from '#evaluation/exchange/ragas/ragas-schema.ts';
import { writeOut } from './write-out.ts';

export type Format = 'csv' | 'ragas' | 'promptfoo';

/** One kind of sample a file: questions of several messages go into a second one, `….multi-turn.jsonl`. */
export async function writeRagas({ single, multi }: RagasSamples, file: string | null): Promise<void> {
  if (single.length > 0 || multi.length === 0) await writeOut(file, writeJsonl(single), `${single.length} samples`);
  if (multi.length === 0) return;
  const said = `${multi.length} samples of several messages`;
  if (file !== null) await writeOut(file.replace(/(\.jsonl)?$/u, '.multi-turn.jsonl'), writeJsonl(multi), said);
  else if (single.length === 0) await writeOut(null, writeJsonl(multi), said);
  else process.stderr.write(`${said} left out: name a file, and they go into a second one beside it.\n`);
}

export async function exportSuite(cases: readonly EvalCase[], format: Format, file: string | null): Promise<void> {
  const said = `${cases.length} cases`;
  if (format === 'csv') return writeOut(file, renderSuiteCsv(cases), said);
  if (format === 'promptfoo') return writeOut(file, writeJsonl(cases.map(caseToPromptfoo)), said);
  return writeRagas(casesToRagas(cases), file);
}
