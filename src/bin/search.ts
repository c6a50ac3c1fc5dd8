import { endWithFault } from './end-with-fault.ts';
import { EXIT, parseCommand, refuseUsage } from './parse-command.ts';
import { readAnswer } from './read-answer.ts';
import { reportFailures } from './report-failures.ts';
import { createProgressLine } from './show-progress.ts';
import { updateOrKeep } from './update-or-keep.ts';

const HELP = `
Usage: npm run search -- "words" [--k 10] [--json]

Shows the passages found for some words, best first, with the rank each list gave them.

  --k      how many, 1 to 100 (10)
  --json   print the HTTP reply object alone (npm run -s search -- … keeps npm's own lines out)
`;

async function search(): Promise<void> {
  const { values, positionals } = parseCommand(HELP, { json: { type: 'boolean' }, k: { type: 'string' } });
  const query = positionals.join(' ').trim();
  if (query === '') refuseUsage('Some words are needed.', HELP);
  const k = Number(values['k'] ?? 10);
  if (!Number.isInteger(k) || k < 1 || k > 100) refuseUsage('--k must be a whole number from 1 to 100.', HELP);
  // Loaded only now, so that help and usage answer at once.
  const { openCitewell } = await import('./open-citewell.ts');
  const citewell = await openCitewell();
  try {
    const progress = createProgressLine();
    const { failures } = await updateOrKeep(citewell, progress.show);
    progress.end();
    reportFailures(failures);
    if (values['json'] === true) {
      const response = await citewell.app.request('/v1/search', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, k }),
      });
      process.stdout.write(`${await readAnswer(response, HELP)}\n`);
      return;
    }
    const results = await citewell.knowledge.search(query, { k });
    for (const [i, { passage, title, score, ranks }] of results.entries()) {
      const where = [title, ...passage.headingPath].join(' › ');
      process.stdout.write(
        `${i + 1}. ${where}\n   score ${score.toFixed(3)} · words ${ranks.words ?? '–'} · vectors ${ranks.vectors ?? '–'}\n` +
          `${passage.text.replace(/^/gmu, '   ')}\n\n`,
      );
    }
    if (results.length === 0) process.stdout.write('Nothing found.\n');
  } finally {
    await citewell.close();
  }
}

search().then(() => process.exit(EXIT.done), endWithFault);
