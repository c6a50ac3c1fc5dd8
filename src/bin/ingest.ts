import type { AnswersReport } from '#assistant/reviewed/create-reviewed-answers.ts';
import { endWithFault } from './end-with-fault.ts';
import { EXIT, parseCommand, refuseUsage } from './parse-command.ts';
import { reportFailures } from './report-failures.ts';
import { createProgressLine } from './show-progress.ts';

const HELP = `
Usage: npm run ingest -- [paths…] [--wait SECONDS]

Adds or refreshes documents: the given files and folders, or the whole of CORPUS_DIR when none is given (documents whose
file is gone are then withdrawn). Unchanged documents are skipped. A file that fails is named with the reason, the rest go
in, and the exit status is 3. All of it takes effect at once, or, when it is stopped, none of it. The reviewed answers in
CORPUS_DIR/answers are looked at each time: one that cites a document that has changed or gone is named.
What a document hides from its readers, or says to a machine, is named with its line; the document goes in all the same.

  --wait   how long to wait while another process updates the documents (60)
`;

const sayAnswers = ({ answers, unsigned, withheld }: AnswersReport): string =>
  `reviewed answers: ${answers}, ${unsigned} not signed by anybody, ${withheld} withheld because a quote no longer stands`;

async function ingest(): Promise<number> {
  const { values, positionals } = parseCommand(HELP, { wait: { type: 'string' } });
  const waitSeconds = Number(values['wait'] ?? 60);
  if (!Number.isInteger(waitSeconds) || waitSeconds < 0) refuseUsage('--wait must be a whole number of seconds.', HELP);
  // Loaded only now, so that help and usage answer at once.
  const { openCitewell } = await import('./open-citewell.ts');
  const citewell = await openCitewell();
  try {
    const progress = createProgressLine();
    const { failures, warnings, answers, ...counts } = await citewell.ingest(
      positionals,
      progress.show,
      waitSeconds * 1_000,
    );
    progress.end();
    reportFailures([...failures, ...warnings]);
    process.stdout.write(
      `${counts.added} added, ${counts.updated} updated, ${counts.unchanged} unchanged, ${counts.withdrawn} withdrawn, ${failures.length} failed\n`,
    );
    if (answers.answers > 0) process.stdout.write(`${sayAnswers(answers)}\n`);
    return failures.length > 0 ? EXIT.someFilesFailed : EXIT.done;
  } finally {
    await citewell.close();
  }
}

ingest().then((status) => process.exit(status), endWithFault);
