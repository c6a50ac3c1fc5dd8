import { readdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { formatProportion } from '#evaluation/exact-interval.ts';
import { readSuite } from '#evaluation/read-suite.ts';
import { type ScoredCase, scoreCase } from '#evaluation/score-case.ts';
import { type Summary, summarise } from '#evaluation/summarise.ts';
import { createEvalAsk } from './create-eval-ask.ts';
import { endWithFault } from './end-with-fault.ts';
import { EXIT, parseCommand, refuseUsage } from './parse-command.ts';

const HELP = `
Usage: npm run eval -- [--suite NAME] [--split dev|test] [--tag TAG] [--wrong] [--json] [--folder DIR]

Asks the product, as it ships, the cases of evals/suites and prints what was right, with exact 95% intervals.

  --suite  one suite (answers, follow-ups, near-misses, questions, …); all question suites when not given
  --split  dev (default) or test. The test split is for a figure, once: do not look at its cases
  --tag    only cases with this tag
  --folder the documents and the suites of another folder, such as evals/folders/knee-clinic
  --wrong  also prints the cases that were wrong, with what was said
  --json   prints every case with its reply as JSON lines instead
`;

/** Suites of questions: the screen's own suite is measured by its test. */
const isQuestionSuite = (name: string): boolean => name !== 'screening';
const suites = fileURLToPath(new URL('../../evals/suites', import.meta.url));

function printGrade(scored: readonly ScoredCase[]): string {
  const grades = scored.flatMap(({ reply }) => reply.readingGrade ?? []).sort((a, b) => a - b);
  const median = grades[Math.floor(grades.length / 2)];
  return median === undefined
    ? ''
    : `  ${'readingGrade'.padEnd(16)} median ${median.toFixed(1)} of ${grades.length} answers\n`;
}

function printSummary(summary: Summary): string {
  const rows = Object.entries(summary).filter(([key]) => key !== 'name') as [string, Summary['right']][];
  const lines = rows.filter(([, p]) => p.trials > 0).map(([key, p]) => `  ${key.padEnd(16)} ${formatProportion(p)}`);
  return `${summary.name}\n${lines.join('\n')}\n`;
}

function printWrong({ item, reply, facts }: ScoredCase): string {
  const missing = facts.missing.map((forms) => forms.join(' | ')).join(' & ');
  const forbidden = facts.forbidden.map((forms) => forms.join(' | ')).join(' & ');
  return [
    `${item.id}  expected ${item.expected.outcome}, was ${reply.outcome}${reply.reason ? ` (${reply.reason})` : ''}`,
    ...item.turns.map((turn) => `  ? ${turn}`),
    `  > ${reply.answer ?? '–'}`,
    ...(missing === '' ? [] : [`  missing: ${missing}`]),
    ...(forbidden === '' ? [] : [`  forbidden: ${forbidden}`]),
  ].join('\n');
}

async function evaluate(): Promise<void> {
  const { values } = parseCommand(HELP, {
    suite: { type: 'string' },
    split: { type: 'string' },
    tag: { type: 'string' },
    wrong: { type: 'boolean' },
    json: { type: 'boolean' },
    folder: { type: 'string' },
  });
  const split = values['split'] ?? 'dev';
  if (split !== 'dev' && split !== 'test') refuseUsage('--split is dev or test.', HELP);
  const other = typeof values['folder'] === 'string' ? resolve(values['folder']) : null;
  const folder = other ?? suites;
  const known = (await readdir(folder)).filter((f) => f.endsWith('.jsonl')).map((f) => f.replace(/\.jsonl$/u, ''));
  const wanted = values['suite'];
  if (typeof wanted === 'string' && !known.includes(wanted))
    refuseUsage(`No suite is called ${wanted}; there are ${known.join(', ')}.`, HELP);
  const { ask, close } = await createEvalAsk(other);
  try {
    const all: ScoredCase[] = [];
    for (const name of typeof wanted === 'string' ? [wanted] : known.filter(isQuestionSuite)) {
      const cases = (await readSuite(`${folder}/${name}.jsonl`)).filter(
        (item) => item.split === split && (values['tag'] === undefined || item.tags.includes(String(values['tag']))),
      );
      const scored: ScoredCase[] = [];
      for (const item of cases) scored.push(scoreCase(item, await ask(item.turns)));
      all.push(...scored);
      if (values['json'] === true)
        process.stdout.write(scored.map((one) => `${JSON.stringify({ suite: name, ...one })}\n`).join(''));
      else process.stdout.write(printSummary(summarise(`${name}, ${split}`, scored)) + printGrade(scored));
    }
    if (values['json'] !== true) process.stdout.write(printSummary(summarise(`all, ${split}`, all)) + printGrade(all));
    if (values['wrong'] === true && values['json'] !== true)
      process.stdout.write(
        `\n${all
          .filter(({ isRight }) => !isRight)
          .map(printWrong)
          .join('\n')}\n`,
      );
  } finally {
    await close();
  }
}

evaluate().then(() => process.exit(EXIT.done), endWithFault);
