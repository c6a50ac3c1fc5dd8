import { drawOf } from '#evaluation/review/choose-turns.ts';
import { snapshotAnswers } from '#evaluation/review/snapshot-answers.ts';
import { endWithFault } from './end-with-fault.ts';
import { readRunFile } from './evaluate/run-folder.ts';
import { EXIT, parseCommand, refuseUsage } from './parse-command.ts';

const HELP = `
Usage: npm run review:queue -- RUN.json [--suite NAME] [--percent 100] [--seed 1]

Puts answers of an evaluation run up for review: those of one suite, or of all, and of them the given percent, drawn by seed
and case. An answer that is in the queue already is not put there again.
`;

const options = { suite: { type: 'string' }, percent: { type: 'string' }, seed: { type: 'string' } } as const;

async function queueAnswers(): Promise<number> {
  const { values, positionals } = parseCommand(HELP, options);
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) refuseUsage('One run is needed.', HELP);
  const percent = Number(values['percent'] ?? 100);
  if (!(percent > 0 && percent <= 100)) refuseUsage('--percent must be over 0 and at most 100.', HELP);
  const seed = Number(values['seed'] ?? 1);
  if (!Number.isInteger(seed)) refuseUsage('--seed must be a whole number.', HELP);
  const answers = snapshotAnswers(await readRunFile(file)).filter(({ suite }) => (values['suite'] ?? suite) === suite);
  if (answers.length === 0) refuseUsage('The run has no such answers.', HELP);
  const drawn = answers.filter(({ suite, caseId }) => drawOf(seed, `${suite}/${caseId}`) < percent / 100);
  // Loaded only now, so that help and usage answer at once.
  const { openCitewell } = await import('./open-citewell.ts');
  const citewell = await openCitewell();
  try {
    const added = await citewell.review.addAnswers(drawn);
    process.stdout.write(`${added} of ${answers.length} answers were put up for review\n`);
    return EXIT.done;
  } finally {
    await citewell.close();
  }
}

queueAnswers().then((status) => process.exit(status), endWithFault);
