import { readFile } from 'node:fs/promises';
import { relative, resolve, sep } from 'node:path';
import { listSignatures } from '#assistant/signing/list-signatures.ts';
import { readReviewers } from '#assistant/signing/reviewers.ts';
import { signText } from '#assistant/signing/sign-text.ts';
import { replaceFile } from '#evaluation/replace-file.ts';
import { fromPackage } from '../compose/from-package.ts';
import { endWithFault } from './end-with-fault.ts';
import { EXIT, parseCommand, refuseUsage } from './parse-command.ts';

const HELP = `
Usage: npm run sign
       npm run sign -- FILE… --as ID

Without a file: who has signed the rules, texts and weights in prompts/, and which were changed since.
With files: puts the signature of a person in REVIEWERS.yaml under all that each of them says now. Any later edit of the
file makes it unsigned again. Sign only what you have read, and only as yourself.

  --as  id of the person in REVIEWERS.yaml
`;

const SAYS = {
  signed: 'signed',
  unsigned: 'nobody has signed it',
  changed: 'changed since it was signed',
  unknown: 'signed by somebody who is not in REVIEWERS.yaml',
} as const;

const PROMPTS = fromPackage('prompts');
const REVIEWERS = fromPackage('REVIEWERS.yaml');

async function list(): Promise<void> {
  const signatures = await listSignatures(PROMPTS, await readReviewers(REVIEWERS));
  for (const { file, state, reviewedBy, reviewedOn } of signatures) {
    const by = reviewedBy === null ? '' : `\t${reviewedBy}\t${reviewedOn ?? ''}`;
    process.stdout.write(`prompts/${file}\t${SAYS[state]}${by}\n`);
  }
  const signed = signatures.filter(({ state }) => state === 'signed').length;
  process.stdout.write(`${signed} of ${signatures.length} files are signed.\n`);
}

function withinPrompts(path: string): string {
  const file = resolve(path);
  const below = relative(PROMPTS, file);
  if (below.startsWith('..') || resolve(below) === below || !/\.(yaml|json)$/u.test(below))
    refuseUsage(`${path} is no file of rules, texts or weights in prompts${sep}.`, HELP);
  return file;
}

async function signAll(paths: readonly string[], id: string): Promise<void> {
  const reviewers = await readReviewers(REVIEWERS);
  if (!reviewers.some((reviewer) => reviewer.id === id))
    refuseUsage(`REVIEWERS.yaml knows nobody called ${JSON.stringify(id)}.`, HELP);
  const today = new Date().toISOString().slice(0, 10);
  // All are read and signed before the first is written: a bad name leaves nothing half done.
  const signed = await Promise.all(
    paths.map(withinPrompts).map(async (file) => ({ file, text: signText(await readFile(file, 'utf8'), id, today) })),
  );
  for (const { file, text } of signed) {
    await replaceFile(file, text);
    process.stdout.write(`signed: prompts/${relative(PROMPTS, file).replaceAll('\\', '/')}\n`);
  }
}

async function run(): Promise<void> {
  const { values, positionals } = parseCommand(HELP, { as: { type: 'string' } });
  const id = values['as'];
  if (positionals.length === 0 && id === undefined) return list();
  if (positionals.length === 0) refuseUsage('--as needs a file to sign.', HELP);
  if (typeof id !== 'string') refuseUsage('Who signs? --as ID', HELP);
  return signAll(positionals, id);
}

run().then(() => process.exit(EXIT.done), endWithFault);
