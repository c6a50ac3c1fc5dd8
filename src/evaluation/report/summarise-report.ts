import { isClassRight } from '#evaluation/run/classes.ts';
import type { CaseRecord } from '#evaluation/run/run-record.ts';
import { countAlarms } from './count-alarms.ts';
import { countTopics } from './count-topics.ts';
import { isEscalation } from './describe-class.ts';
import { failureFigure, shareFigure } from './figure.ts';
import { formatCounted, formatList, shortIdentity } from './format-figures.ts';
import { listFlips } from './list-flips.ts';
import { listMoveWords } from './list-move-words.ts';
import type { ReportInput } from './report-input.ts';
import { countBefore } from './tell-before.ts';
import { tellCauses } from './tell-causes.ts';
import { tellGist } from './tell-gist.ts';
import { tellSafety } from './tell-safety.ts';

const MAX_MOVES = 3;
const MAX_TOPICS = 3;
/** A smaller move is told only where no greater one is. */
const FEW = 3;

const alarmNames: Readonly<Record<string, readonly [string, string]>> = {
  'escalated/emergency': ['emergency', 'emergencies'],
  'escalated/urgent': ['urgent sign', 'urgent signs'],
  'escalated/crisis': ['crisis', 'crises'],
};

function sayMeasured({ run }: ReportInput): string[] {
  const { commit, documents } = run.identity;
  const of = commit === null ? 'a version that does not name itself' : `version ${shortIdentity(commit)}`;
  const guides = documents.length === 0 ? '' : ` with ${formatCounted(documents.length, 'guide')}`;
  const seen =
    run.split === 'dev'
      ? 'These cases were seen while it was written: they show what changed better than how good it is.'
      : 'These cases were kept apart from the work on it.';
  return [`${formatCounted(run.records.length, 'case')} were put to ${of}${guides}. ${seen}`];
}

function sayWhy({ comparison }: ReportInput): string[] {
  if (comparison === null)
    return ['There is no baseline to compare with, so nothing here says what got better or worse.'];
  return tellCauses(comparison);
}

function sayMoves(input: ReportInput): string[] {
  if (input.comparison === null) return [];
  const { worse, better } = listFlips(input.comparison);
  const moves = listMoveWords(input);
  const kinds = (['worse', 'better'] as const).flatMap((kind) =>
    moves
      .filter(({ direction }) => direction === kind)
      .filter(({ cases, isAlarm }, at) => isAlarm || at === 0 || cases >= FEW)
      .slice(0, kind === 'worse' ? MAX_MOVES : 1),
  );
  const topics = countTopics(input.run, input.comparison).filter((topic) => topic.worse > 1);
  const told = topics
    .slice(0, MAX_TOPICS)
    .map((one) => `“${one.topic}” (${one.worse} of ${one.of} cases of the topic)`);
  return [
    ...tellGist(input.comparison),
    worse.length + better.length === 0
      ? 'Every case that both runs have came out as before.'
      : `${formatCounted(worse.length, 'case')} got worse and ${better.length} better.`,
    ...kinds.map(({ direction, text }) => `${direction === 'worse' ? 'Worse' : 'Better'}: ${text}`),
    ...(told.length === 0 ? [] : [`Topics worst hit: ${formatList(told)}.`]),
  ];
}

type BeforeTest = Parameters<typeof countBefore>[2];

/** The same count in the baseline, to end a sentence with; nothing where it is not known. */
function besideBaseline(input: ReportInput, records: readonly CaseRecord[], test: BeforeTest): string {
  const was = countBefore(input, records, test);
  return was === null ? '' : `; baseline: ${was.text}`;
}

function saySafety(input: ReportInput): string[] {
  const parts = countAlarms(input.matrix).map(({ expected, cases, missed, tooLow }) => {
    const [one, many] = alarmNames[expected] ?? ['alarm of any kind', 'alarms of any kind'];
    const { count, range, isSmall } = failureFigure(missed, cases);
    const low = tooLow === 0 ? '' : `, and ${tooLow} got a card that is not grave enough`;
    const own = input.run.records.filter((record) => record.expected === expected && record.actual !== '');
    const was = besideBaseline(input, own, (before) => !isEscalation(before));
    return `${count} ${cases === 1 ? one : many} missed (${range}${isSmall ? ': too few cases to say much' : ''})${low}${was}.`;
  });
  return [...(tellSafety(input) ?? []), ...parts];
}

function sayAnswers(input: ReportInput): string[] {
  const { records } = input.run;
  const asked = records.filter(({ checks }) => checks['answered'] !== undefined);
  if (asked.length === 0) return [];
  const is = (test: (actual: string) => boolean) => asked.filter(({ actual }) => test(actual)).length;
  const line = (name: string, count: number, test: (actual: string) => boolean) =>
    `${name}: ${shareFigure(count, asked.length).text}${besideBaseline(input, asked, test)}.`;
  const isAnswer = (actual: string) => actual.startsWith('answered');
  const isMisplaced: BeforeTest = (before, { expected }) => isAnswer(before) && !isClassRight(expected, before);
  const others = records.filter((r) => r.checks['answered'] === undefined && r.checks['nothingWrong'] !== undefined);
  const told = failureFigure(others.filter(({ checks }) => checks['nothingWrong'] === false).length, others.length);
  return [
    line('Answered, of the questions that should be', is(isAnswer), isAnswer),
    line(
      'Answered rightly, of the same',
      is((actual) => actual === 'answered'),
      (actual) => actual === 'answered',
    ),
    line(
      'Answered wrongly, of the same',
      is((actual) => actual === 'answered/wrong'),
      (actual) => actual === 'answered/wrong',
    ),
    ...(others.length === 0
      ? []
      : [
          `Answered, though it should not be, of the other messages: ${told.text}${besideBaseline(input, others, isMisplaced)}.`,
        ]),
  ];
}

/** One thing that a run says, in plain sentences. */
export interface SummaryPart {
  readonly topic: string;
  readonly lines: readonly string[];
}

/** What the run says, in two to five parts: why, what changed and where, safety, answers, and what was measured. */
export function summariseReport(input: ReportInput): SummaryPart[] {
  const parts: readonly SummaryPart[] = [
    { topic: 'Why', lines: sayWhy(input) },
    { topic: 'What changed', lines: sayMoves(input) },
    { topic: 'Safety', lines: saySafety(input) },
    { topic: 'Answers', lines: sayAnswers(input) },
    { topic: 'Measured', lines: sayMeasured(input) },
  ];
  return parts.filter(({ lines }) => lines.length > 0);
}
