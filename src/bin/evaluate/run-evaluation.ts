import { fileURLToPath } from 'node:url';
import { renderTable } from '#evaluation/report/render-table.ts';
import { identifySuite, runSuites, sampleSuites } from '#evaluation/run/run-suites.ts';
import { EXIT } from '../parse-command.ts';
import { compareWith, readAccepted } from './compare-with.ts';
import { digestFolder } from './identify-tree.ts';
import { evalsDir, listSuites, loadSuites, readSettings } from './load-suites.ts';
import { openTarget } from './open-target.ts';
import type { EvalOptions } from './options.ts';
import { printWrong } from './print-wrong.ts';
import { createRunFolder, readRun } from './run-folder.ts';
import { createCaseProgress } from './show-cases.ts';
import { timeTarget } from './time-target.ts';
import { writeRun } from './write-run.ts';

const sourceDir = fileURLToPath(new URL('../..', import.meta.url));

/** Runs what the options say; gives the exit status. */
export async function runEvaluation(options: EvalOptions): Promise<number> {
  const { split, tag, sample } = options;
  const chosen = await readSettings();
  const settings = { ...chosen, seed: options.seed ?? chosen.seed };
  const folder = options.folder ?? `${evalsDir}/suites`;
  const known = await listSuites(folder);
  if (options.suite !== null && !known.includes(options.suite))
    options.refuse(`No suite is called ${options.suite}; there are ${known.join(', ')}.`);
  const names = options.suite === null ? null : [options.suite];
  const all = await loadSuites({ folder, names, split, tag }, settings);
  const suites = sample === null ? all : sampleSuites(all, sample, settings.seed);
  if (suites.length === 0) options.refuse(`There is no ${split} case${tag === null ? '' : ` tagged ${tag}`} to run.`);

  // Other documents, or another split, have nothing in common with the baseline.
  const isComparable = options.compare !== null || (split === 'dev' && options.folder === null);
  const isWhole = options.suite === null && tag === null && sample === null;
  // Read now: nobody wants to learn of a damaged one when all cases were asked.
  if (options.compare !== null) await readRun(options.out, options.compare);
  else if (isComparable && (await readAccepted()) === null && options.gate)
    throw new Error('There is no evals/baseline.json to compare with.');

  const opened = await openTarget(options);
  const { target, timings } = timeTarget(opened.target);
  try {
    const identity = await target.identity();
    const name = options.run ?? nameRun(identity.commit);
    const run = createRunFolder(options.out, name);
    const done = await run.open({
      split,
      seed: settings.seed,
      identity,
      code: digestFolder(sourceDir),
      suites: suites.map(identifySuite),
      asked: options.target ?? folder,
    });
    process.stderr.write(`run ${name}\n`);
    const show = createCaseProgress();
    const result = await runSuites(suites, split, identity, {
      target,
      verifier: opened.verifier,
      judge: opened.judge ?? opened.verifier,
      ...(opened.judge && { answerJudge: opened.judge }),
      settings,
      jobs: options.jobs,
      done,
      async onRecord(record, progress) {
        await run.append(record);
        show(progress, record.suite);
      },
    });
    const other = options.compare === null ? null : { dir: options.out, name: options.compare };
    const comparison = isComparable ? await compareWith(result, other, settings, isWhole) : null;
    await run.write('timings.json', `${JSON.stringify(timings())}\n`);
    await writeRun(options.out, run, result, comparison);
    process.stdout.write(options.json ? `${JSON.stringify(result)}\n` : `${renderTable(result, comparison)}\n`);
    const wrong = result.records.filter(({ problems }) => problems.length > 0);
    if (options.wrong && !options.json) process.stdout.write(`\n${wrong.map(printWrong).join('\n')}\n`);
    process.stderr.write(`${run.at('report.html')}\n`);
    if (isWhole && comparison && comparison.goneCases > 0)
      process.stderr.write(`${comparison.goneCases} cases of the baseline were not asked: that fails.\n`);
    return options.gate && comparison?.verdict === 'fail' ? EXIT.fault : EXIT.done;
  } finally {
    await opened.close();
  }
}

/** Runs sort by when they were made. */
function nameRun(commit: string | null): string {
  const [day = '', time = ''] = new Date().toISOString().slice(0, 19).replaceAll(/[-:]/gu, '').split('T');
  return [day, time, commit?.slice(0, 7)].filter(Boolean).join('-');
}
