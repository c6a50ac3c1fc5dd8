import { replySchema } from '#wire/reply.ts';
import { endWithFault } from './end-with-fault.ts';
import { EXIT, parseCommand, refuseUsage } from './parse-command.ts';
import { printReply } from './print-reply.ts';
import { readAnswer } from './read-answer.ts';
import { reportFailures } from './report-failures.ts';
import { createProgressLine } from './show-progress.ts';
import { updateOrKeep } from './update-or-keep.ts';

const HELP = `
Usage: npm run ask -- "question" [--json]

Asks one question and prints the answer with the words it stands on. An abstention is an answer too (exit 0).

  --json   print the HTTP reply object alone (npm run -s ask -- … keeps npm's own lines out)
`;

async function ask(): Promise<void> {
  const { values, positionals } = parseCommand(HELP, { json: { type: 'boolean' } });
  const message = positionals.join(' ').trim();
  if (message === '') refuseUsage('A question is needed.', HELP);
  // Loaded only now, so that help and usage answer at once.
  const { openCitewell } = await import('./open-citewell.ts');
  const citewell = await openCitewell();
  try {
    const progress = createProgressLine();
    const { failures } = await updateOrKeep(citewell, progress.show);
    progress.end();
    reportFailures(failures);
    const response = await citewell.app.request('/v1/chat', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ message }),
    });
    const text = await readAnswer(response, HELP);
    process.stdout.write(values['json'] === true ? `${text}\n` : printReply(replySchema.parse(JSON.parse(text))));
  } finally {
    await citewell.close();
  }
}

ask().then(() => process.exit(EXIT.done), endWithFault);
