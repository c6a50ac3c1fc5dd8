import { replySchema } from '#wire/reply.ts';
import { endWithFault } from './end-with-fault.ts';
import { openCitewell } from './open-citewell.ts';
import { EXIT, parseCommand, refuseUsage } from './parse-command.ts';
import { printReply } from './print-reply.ts';
import { createProgressLine } from './show-progress.ts';

const HELP = `
Usage: npm run ask -- "question" [--json]

Asks one question and prints the answer with the words it stands on. An abstention is an answer too (exit 0).

  --json   print the HTTP reply object alone
`;

async function ask(): Promise<void> {
  const { values, positionals } = parseCommand(HELP, { json: { type: 'boolean' } });
  const message = positionals.join(' ').trim();
  if (message === '') refuseUsage('A question is needed.', HELP);
  const citewell = await openCitewell();
  try {
    const progress = createProgressLine();
    await citewell.bringUpToDate(progress.show);
    progress.end();
    const response = await citewell.app.request('/v1/chat', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ message }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`The question was refused (${response.status}): ${text}`);
    process.stdout.write(values['json'] === true ? `${text}\n` : printReply(replySchema.parse(JSON.parse(text))));
  } finally {
    await citewell.close();
  }
}

ask().then(() => process.exit(EXIT.done), endWithFault);
