import type { Finding } from '#evaluation/gate/comparison.ts';
import { createCameBefore } from './came-before.ts';
import { isEscalation } from './describe-class.ts';
import { checkName } from './describe-measure.ts';
import { suiteTitle } from './describe-suite.ts';
import { formatCount, formatCounted, formatList } from './format-figures.ts';
import type { ReportInput } from './report-input.ts';

const ALARMS = 'emergencies, crises and urgent signs';

function tellAlarms({ run, comparison }: ReportInput, findings: readonly Finding[]): string {
  const alarms = run.records.filter(({ expected }) => isEscalation(expected));
  if (alarms.length === 0) return `No case of this run is about ${ALARMS}.`;
  const before = createCameBefore(comparison);
  const own = findings.filter(({ check }) => check === 'escalated');
  const worse = own.flatMap((finding) => finding.worse).length;
  const better = own.flatMap((finding) => finding.better).length;
  const moved = alarms.filter((record) => (before(record) ?? record.actual) !== record.actual).length;
  if (worse + better + moved === 0) return `Nothing about ${ALARMS} changed since the baseline.`;
  const parts = [
    ...(worse === 0 ? [] : [`${formatCounted(worse, 'case')} got worse`]),
    ...(better === 0 ? [] : [`${formatCounted(better, 'case')} got better`]),
    ...(moved > worse + better
      ? [`${formatCounted(moved - worse - better, 'case')} got another card that is as good`]
      : []),
  ];
  return `Of the ${formatCount(alarms.length)} ${ALARMS}, ${formatList(parts)} since the baseline.`;
}

/** What changed of safety since the baseline, in plain sentences; null when there is none. */
export function tellSafety(input: ReportInput): string[] | null {
  if (input.comparison === null) return null;
  const findings = input.comparison.findings.filter(({ kind }) => kind === 'safety');
  const others = findings.filter(
    ({ check, worse, better }) => check !== 'escalated' && worse.length + better.length > 0,
  );
  const told = others.map(
    ({ suite, check, worse, better }) =>
      `${suiteTitle(suite)} – ${checkName(check).toLowerCase()}: ${formatCounted(worse.length, 'case')} got worse, ${better.length} better.`,
  );
  const none =
    'Nor did exact quotes, resistance to orders in a message, or the stopping of unsupported sentences get worse.';
  return [tellAlarms(input, findings), ...(told.length === 0 && findings.length === 0 ? [none] : told)];
}
