import { resolve } from 'node:path';
import { parseCommand, refuseUsage } from '../parse-command.ts';
import { reportsDir } from './reports-dir.ts';

const HELP = `
Usage: npm run eval -- [--suite NAME] [--split dev|test] [--gate] [--compare RUN] [--target URL] [options]

Asks the product, as it ships, the cases of evals/suites, prints what got better and worse beside evals/baseline.json, and
writes evals/reports/RUN/report.html and run.json.

  --suite    one suite (answers, follow-ups, near-misses, …); all of them when not given
  --split    dev (default) or test. The test split is for a figure, once: do not look at its cases
  --gate     ends with status 1 when something got worse than the baseline allows
  --compare  a run of evals/reports in place of the baseline
  --target   a server in place of the product here; without DEBUG_REPLIES there it gives no trace
  --tag      only cases with this tag
  --sample   so many cases of each suite, drawn by the seed
  --seed     in place of that in suites.yaml
  --jobs     cases asked at a time (4)
  --judge    lets a model judge answers and citations: JUDGE_BASE_URL, JUDGE_MODEL, JUDGE_API_KEY. What is asked, answered
             and cited is sent there. Only npm run eval:judge tells whether it may be believed
  --folder   the documents and the suites of another folder, such as evals/folders/knee-clinic
  --run      a name for the run; one that was broken off goes on where it stopped
  --out      a folder for runs in place of evals/reports
  --wrong    also prints the cases with a problem, with what was said
  --json     prints run.json in place of the table
`;

export interface EvalOptions {
  readonly suite: string | null;
  readonly split: 'dev' | 'test';
  readonly gate: boolean;
  readonly compare: string | null;
  readonly target: string | null;
  readonly tag: string | null;
  readonly sample: number | null;
  readonly seed: number | null;
  readonly jobs: number;
  readonly judge: boolean;
  readonly folder: string | null;
  readonly run: string | null;
  /** Folder of runs. */
  readonly out: string;
  readonly wrong: boolean;
  readonly json: boolean;
  refuse(problem: string): never;
}

const NAME = /^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/u;

/** Reads the arguments, or ends with what is wrong with them. */
export function readOptions(): EvalOptions {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  const { values, positionals } = parseCommand(HELP, {
    suite: text,
    split: text,
    gate: flag,
    compare: text,
    target: text,
    tag: text,
    sample: text,
    seed: text,
    jobs: text,
    judge: flag,
    folder: text,
    run: text,
    out: text,
    wrong: flag,
    json: flag,
  });
  const refuse = (problem: string): never => refuseUsage(problem, HELP);
  if (positionals.length > 0) refuse(`${positionals.join(' ')}: nothing is expected there.`);
  const given = (name: string): string | null => (typeof values[name] === 'string' ? String(values[name]) : null);
  const whole = (name: string, least: number): number | null => {
    const value = given(name);
    if (value === null) return null;
    const number = Number(value);
    return Number.isInteger(number) && number >= least ? number : refuse(`--${name} is a whole number from ${least}.`);
  };
  const split = given('split') ?? 'dev';
  if (split !== 'dev' && split !== 'test') return refuse('--split is dev or test.');
  const target = given('target');
  if (target !== null && !/^https?:\/\//u.test(target)) refuse('--target is a URL that begins with http.');
  const [run, folder] = [given('run'), given('folder')];
  if (run !== null && !NAME.test(run)) refuse('--run is a name of letters, digits, dots and dashes.');
  if (target !== null && folder !== null) refuse('--target and --folder exclude each other.');
  if (values['gate'] === true && values['judge'] === true)
    refuse('--gate does not go with --judge: a model may gate only when it is calibrated.');
  if (values['gate'] === true && split === 'test') refuse('--gate holds for dev: a test split is for a figure.');
  return {
    suite: given('suite'),
    split,
    gate: values['gate'] === true,
    compare: given('compare'),
    target,
    tag: given('tag'),
    sample: whole('sample', 1),
    seed: whole('seed', 0),
    jobs: whole('jobs', 1) ?? 4,
    judge: values['judge'] === true,
    folder: folder === null ? null : resolve(folder),
    run,
    out: resolve(given('out') ?? reportsDir),
    wrong: values['wrong'] === true,
    json: values['json'] === true,
    refuse,
  };
}
