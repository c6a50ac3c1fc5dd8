import { readFile } from 'node:fs/promises';
import { createOrderFinder } from '#assistant/orders/create-order-finder.ts';
import { readOrderRules } from '#assistant/orders/order-rules.ts';
import { fromPackage } from '../compose/from-package.ts';
import { endWithFault } from './end-with-fault.ts';
import { EXIT, parseCommand, refuseUsage } from './parse-command.ts';

const HELP = `
Usage: npm run bench:orders -- FILE… [--show] [--missed]

Looks in text files, one sentence a line, for what is meant for a machine, by prompts/documents/orders.yaml, and prints how many
lines were found, by rule, and the time a line takes. On texts for readers every line found is a false alarm.

  --show     prints the lines found
  --missed   prints the lines not found
`;

async function measure(): Promise<number> {
  const { values, positionals } = parseCommand(HELP, { show: { type: 'boolean' }, missed: { type: 'boolean' } });
  if (positionals.length === 0) refuseUsage('No file was given.', HELP);
  const find = createOrderFinder(readOrderRules(await readFile(fromPackage('prompts/documents/orders.yaml'), 'utf8')));
  const texts = await Promise.all(positionals.map((path) => readFile(path, 'utf8')));
  const lines = texts.flatMap((text) => text.split('\n')).filter((line) => line.trim() !== '');
  const byRule = new Map<string, number>();
  const started = process.cpuUsage();
  for (const line of lines) {
    const rule = find(line)?.id ?? null;
    if (rule === null ? values['missed'] : values['show']) process.stdout.write(`${rule ?? 'missed'}\t${line}\n`);
    if (rule !== null) byRule.set(rule, (byRule.get(rule) ?? 0) + 1);
  }
  const { user, system } = process.cpuUsage(started);
  const found = [...byRule.values()].reduce((sum, count) => sum + count, 0);
  process.stdout.write(`${found} of ${lines.length} lines, ${((user + system) / lines.length).toFixed(1)} µs a line\n`);
  for (const [rule, count] of byRule) process.stdout.write(`  ${rule} ${count}\n`);
  return EXIT.done;
}

measure().then((status) => process.exit(status), endWithFault);
