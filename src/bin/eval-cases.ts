import { z } from 'zod';
import { readConfig } from '#config/read-config.ts';
import { renderSuiteCsv } from '#evaluation/exchange/csv/render-suite-csv.ts';
import { proposeCases } from '#evaluation/propose/propose-cases.ts';
import { questionKey } from '#evaluation/question-key.ts';
import { writeSuite } from '#evaluation/write-suite.ts';
import { exportRun } from './cases/export-run.ts';
import { exportSuite } from './cases/export-suite.ts';
import { importFile } from './cases/import-suite.ts';
import { readDocuments } from './cases/read-documents.ts';
import { openSuites } from './cases/suite-file.ts';
import { writeOut } from './cases/write-out.ts';
import { endWithFault } from './end-with-fault.ts';
import { EXIT, parseCommand, refuseUsage } from './parse-command.ts';

const HELP = `
Usage: npm run eval:cases -- export SUITE [FILE] [--as csv|ragas|promptfoo] [--split dev|test]
       npm run eval:cases -- export --run RUN [FILE] --as ragas|promptfoo
       npm run eval:cases -- import FILE SUITE [--as csv|ragas|promptfoo] [--author NAME] [--replace]
       npm run eval:cases -- propose [documentId…] [--out FILE]

Takes the cases of a suite to a spreadsheet or another tool and back, and proposes new ones from the documents.
docs/ecosystem.md says what each column and field means.

  export   a suite, or a run of evals/reports, to FILE or stdout
  import   adds and changes cases by id: all rows are right, or the suite stays as it was and every wrong row is named
  propose  cases from tables, questions and figures of the documents. Say yes in the column accept, then import the file

  --as       csv (default), ragas or promptfoo
  --author   of new cases that name nobody, and of every accepted proposal
  --replace  removes the cases that FILE does not have
  --split    only cases of this split
  --folder   documents and suites of another folder, such as evals/folders/knee-clinic
`;

const formats = z.enum(['csv', 'ragas', 'promptfoo']);

async function run(): Promise<void> {
  const { values, positionals } = parseCommand(HELP, {
    as: { type: 'string' },
    author: { type: 'string' },
    folder: { type: 'string' },
    out: { type: 'string' },
    replace: { type: 'boolean' },
    run: { type: 'string' },
    split: { type: 'string' },
  });
  const text = (name: string): string | null => {
    const value = values[name];
    return typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
  };
  const format = formats.safeParse(text('as') ?? 'csv').data ?? refuseUsage('--as is csv, ragas or promptfoo.', HELP);
  const split = text('split');
  if (split !== null && split !== 'dev' && split !== 'test') refuseUsage('--split is dev or test.', HELP);
  const folder = text('folder');
  const suites = openSuites(folder);
  const corpusDir = folder ?? readConfig(process.env).corpusDir;
  const today = new Date().toISOString().slice(0, 10);
  const [command, ...rest] = positionals;

  if (command === 'export') {
    const ofRun = text('run');
    if (ofRun !== null) return exportRun(ofRun, format, rest[0] ?? null, suites, corpusDir);
    const [name = refuseUsage('Which suite?', HELP), file = null] = rest;
    const cases = (await suites.read(name)).filter((item) => split === null || item.split === split);
    if (cases.length === 0) throw new Error(`The suite ${name} has no such cases.`);
    return exportSuite(cases, format, file);
  }
  if (command === 'import') {
    const [file = refuseUsage('Which file?', HELP), name = refuseUsage('Into which suite?', HELP)] = rest;
    const options = { author: text('author'), today, replace: values['replace'] === true };
    const done = await importFile(file, format, await suites.read(name), options);
    await writeSuite(suites.fileOf(name), done.cases);
    for (const { row, id } of done.duplicates)
      process.stderr.write(`row ${row} left out: ${id} asks the same already\n`);
    const { added, updated, removed, notAccepted } = done;
    process.stdout.write(`${added} added, ${updated} changed, ${removed} removed, ${notAccepted} not accepted\n`);
    return;
  }
  if (command === 'propose') {
    const documents = await readDocuments(corpusDir);
    const unknown = rest.filter((id) => documents.every(({ documentId }) => documentId !== id));
    if (unknown.length > 0) throw new Error(`No published document is called ${unknown.join(', ')}.`);
    const wanted = rest.length === 0 ? documents : documents.filter(({ documentId }) => rest.includes(documentId));
    const asked = new Set((await suites.readAll()).map(({ turns }) => questionKey(turns)));
    const cases = proposeCases(wanted, asked, today);
    return writeOut(text('out'), renderSuiteCsv(cases, 'proposals'), `${cases.length} proposals`);
  }
  refuseUsage(command === undefined ? 'What is to be done?' : `There is no ${command}.`, HELP);
}

run().then(() => process.exit(EXIT.done), endWithFault);
