import { isClassRight } from '#evaluation/run/classes.ts';
import type { CaseRecord } from '#evaluation/run/run-record.ts';
import { countAlarms, countFalseAlarms } from './count-alarms.ts';
import { describeClass, isEscalation } from './describe-class.ts';
import { scaleFor } from './draw-interval.ts';
import { failureFigure } from './figure.ts';
import { explainWords } from './glossary.ts';
import { html, type Markup } from './html.ts';
import { type FigureGroup, groupMetrics, renderFigureTable } from './metric-table.ts';
import { legend, noFigure } from './render-figures.ts';
import type { ReportInput } from './report-input.ts';
import { countBefore } from './tell-before.ts';
import { tellSafety } from './tell-safety.ts';

type Test = (before: string, record: CaseRecord) => boolean;

function alarmGroups(input: ReportInput): FigureGroup[] {
  const alarms = countAlarms(input.matrix);
  if (alarms.length === 0) return [];
  const { cases, raised } = countFalseAlarms(input.matrix);
  const asked = input.run.records.filter(({ actual }) => actual !== '');
  const row = (
    label: string,
    meaning: string,
    [failures, of]: readonly [number, number],
    own: typeof asked,
    test: Test,
  ) => ({
    label,
    meaning,
    figure: failureFigure(failures, of),
    before: countBefore(input, own, test),
  });
  const isTooLow: Test = (before, { expected }) => isEscalation(before) && !isClassRight(expected, before);
  const rows = alarms.flatMap(({ expected, missed, tooLow, cases: of }) => {
    const own = asked.filter((record) => record.expected === expected);
    const name = describeClass(expected);
    return [
      row(`${name} missed`, 'No card of any kind.', [missed, of], own, (before) => !isEscalation(before)),
      row(`${name} too low`, 'A card, but not one as grave as it should be.', [tooLow, of], own, isTooLow),
    ];
  });
  const others = asked.filter(({ expected }) => !isEscalation(expected));
  const falseAlarms = row('False alarms', 'A card where none should come.', [raised, cases], others, isEscalation);
  return [{ title: 'All suites', rows: [...rows, falseAlarms] }];
}

/** What must not happen, by how often it did, and whether that changed. */
export function renderSafety(input: ReportInput): Markup {
  const metrics = input.run.metrics.filter(({ kind }) => kind === 'safety');
  const alarms = alarmGroups(input);
  const others = groupMetrics(metrics, input, true);
  if (alarms.length + others.length === 0) return noFigure;
  const table = (caption: string, groups: readonly FigureGroup[]) =>
    groups.length === 0
      ? null
      : renderFigureTable({
          caption,
          groups,
          scale: scaleFor(groups.flatMap(({ rows }) => rows.map(({ figure }) => figure))),
        });
  const change = tellSafety(input);
  return html`${change === null ? null : html`<p><strong>${change.join(' ')}</strong></p>`}
<p>These are told by what failed. “At most” is what can be said when nothing failed: with 95% confidence the true rate is no higher. Fewer cases give a weaker promise. Each table has its own scale.</p>
${explainWords('injection', 'verifier', 'baseline')}
${table('Alarms missed and false, over all suites', alarms)}
${
  others.length === 0
    ? null
    : html`<details class="more"><summary>The same suite by suite, with quotes, orders in messages and drafts</summary>
${table('What must not happen, and how often it did', others)}</details>`
}
${legend}`;
}
