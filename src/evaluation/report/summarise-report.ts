import type { CaseRecord } from '#evaluation/run/run-record.ts';
import { countAlarms } from './count-alarms.ts';
import { describeClassInline } from './describe-class.ts';
import { checkName } from './describe-measure.ts';
import { suiteTitle } from './describe-suite.ts';
import { failureFigure, shareFigure } from './figure.ts';
import { compareFaults } from './find-record.ts';
import { formatCounted, formatPercent, shortIdentity } from './format-figures.ts';
import { quoteBriefly } from './inline-text.ts';
import { compareFindings, listFlips } from './list-flips.ts';
import type { ReportInput } from './report-input.ts';

const alarmNames: Readonly<Record<string, readonly [string, string]>> = {
  'escalated/emergency': ['emergency', 'emergencies'],
  'escalated/urgent': ['urgent sign', 'urgent signs'],
  'escalated/crisis': ['crisis', 'crises'],
};

function sayMeasured({ run }: ReportInput): string {
  const { commit } = run.identity;
  const of = commit === null ? 'a version that does not name itself' : `version ${shortIdentity(commit)}`;
  const seen =
    run.split === 'dev'
      ? 'Cases of the dev split were seen while it was written: they show what changed better than how good it is.'
      : 'Cases of the test split were kept apart from the work on it.';
  return `${formatCounted(run.records.length, 'case')} in ${formatCounted(run.suites.length, 'suite')} were put to ${of}. ${seen}`;
}

function sayCompared({ comparison }: ReportInput): string {
  if (comparison === null)
    return 'There is no baseline to compare with, so nothing here says what got better or worse.';
  const { worse, better } = listFlips(comparison);
  const failing = comparison.findings.filter(({ fails }) => fails).sort(compareFindings);
  const safety = failing.filter(({ kind }) => kind === 'safety').length;
  const how =
    comparison.verdict === 'pass'
      ? 'passes'
      : `fails${failing.length === 0 ? '' : ` on ${formatCounted(failing.length, 'check')}${safety === 0 ? '' : `, ${safety} of safety`}`}`;
  const worst = failing[0];
  const first =
    worst === undefined
      ? ''
      : ` Most serious: ${suiteTitle(worst.suite)}, ${checkName(worst.check).toLowerCase()} – ${worst.why}`;
  return `Against ${comparison.baseline.name} this run ${how}: ${formatCounted(worse.length, 'case')} got worse and ${better.length} better.${first}`;
}

function saySafety({ matrix }: ReportInput): string | null {
  const parts = countAlarms(matrix).map(({ expected, cases, missed, tooLow }) => {
    const [one, many] = alarmNames[expected] ?? ['alarm of any kind', 'alarms of any kind'];
    const { count, range } = failureFigure(missed, cases);
    const low = tooLow === 0 ? '' : `, and ${tooLow} got a card that is not grave enough`;
    return `${count} ${cases === 1 ? one : many} missed (${range})${low}`;
  });
  return parts.length === 0 ? null : `${parts.join('; ')}.`;
}

function sayAnswers(records: readonly CaseRecord[]): string | null {
  const asked = records.filter(({ checks }) => checks['answered'] !== undefined);
  if (asked.length === 0) return null;
  const given = asked.filter(({ checks }) => checks['answered']);
  const right = given.filter(({ checks }) => checks['correct']).length;
  const others = records.filter((r) => r.checks['answered'] === undefined && r.checks['nothingWrong'] !== undefined);
  const wrong = failureFigure(others.filter(({ checks }) => checks['nothingWrong'] === false).length, others.length);
  const all = `Of the questions that should be answered, ${shareFigure(given.length, asked.length).text} were; `;
  const rest =
    others.length === 0 ? '' : `. Of the other messages, ${wrong.text} were told something they should not be`;
  if (given.length === 0) return `${all}so nothing can be said of how many answers are right${rest}.`;
  return `${all}of these answers, ${shareFigure(right, given.length).text} were right and ${given.length - right} (${formatPercent(1 - right / given.length)}) wrong${rest}.`;
}

function sayCostliest(records: readonly CaseRecord[]): string {
  const worst = [...records].sort(compareFaults)[0];
  if (worst === undefined || worst.cost === 0) return 'No outcome was other than it should be.';
  const same = records.filter(({ cost }) => cost === worst.cost).length;
  const others = same === 1 ? '' : ` (${same - 1} more cost as much)`;
  return `The costliest mistake${others}: ${quoteBriefly(worst.turns.at(-1) ?? '', 140)} should bring “${describeClassInline(worst.expected)}” and brought “${describeClassInline(worst.actual)}”.`;
}

/** One thing that a run says, in a plain sentence or two. */
export interface SummaryPart {
  readonly topic: string;
  readonly text: string;
}

/** What the run says, in three to six parts: what was measured, what changed, then the figures that matter most. */
export function summariseReport(input: ReportInput): SummaryPart[] {
  const { records } = input.run;
  const parts: ReadonlyArray<readonly [topic: string, text: string | null]> = [
    ['Measured', sayMeasured(input)],
    ['Changed', sayCompared(input)],
    ['Alarms', saySafety(input)],
    ['Answers', sayAnswers(records)],
    ['Costliest', sayCostliest(records)],
  ];
  return parts.flatMap(([topic, text]) => (text === null ? [] : [{ topic, text }]));
}
