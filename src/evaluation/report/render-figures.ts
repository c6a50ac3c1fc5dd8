import type { Metric } from '#evaluation/run/run-record.ts';
import { countAlarms, countFalseAlarms } from './count-alarms.ts';
import { describeClass } from './describe-class.ts';
import { checkOf, describeMeasure, type MeasureSection } from './describe-measure.ts';
import { scaleFor } from './draw-interval.ts';
import { failureFigure } from './figure.ts';
import { html, type Markup } from './html.ts';
import { foreign } from './inline-text.ts';
import { type FigureGroup, groupMetrics, renderFigureTable } from './metric-table.ts';
import type { ReportInput } from './report-input.ts';

/** Whole shares, on which figures of one table are compared. */
const all = { kind: 'share', max: 1 } as const;

const legend = html`<p class="note legend">● this run, with its 95% interval; ○ the baseline over the cases that both have.</p>`;

/** Metrics of one section. */
const ofSection = ({ run }: ReportInput, section: MeasureSection): Metric[] =>
  run.metrics.filter((metric) => describeMeasure(checkOf(metric)).section === section);

const noFigure = html`<p>This run has no such figure.</p>`;

function alarmGroups({ matrix }: ReportInput): FigureGroup[] {
  const alarms = countAlarms(matrix);
  if (alarms.length === 0) return [];
  const { cases, raised } = countFalseAlarms(matrix);
  const row = (label: string, meaning: string, failures: number, of: number) => ({
    label,
    meaning,
    figure: failureFigure(failures, of),
    before: null,
  });
  const rows = alarms.flatMap((one) => [
    row(`${describeClass(one.expected)} missed`, 'No card of any kind.', one.missed, one.cases),
    row(
      `${describeClass(one.expected)} too low`,
      'A card, but not one as grave as it should be.',
      one.tooLow,
      one.cases,
    ),
  ]);
  const falseAlarms = row('False alarms', 'A card where none should come.', raised, cases);
  return [{ title: 'All suites', rows: [...rows, falseAlarms] }];
}

/** How often each class came where it should, suite by suite; null when the run does not tell. */
export function renderClasses(input: ReportInput): Markup | null {
  const groups = groupMetrics(ofSection(input, 'decisions'), input.comparison);
  if (groups.length === 0) return null;
  return html`<h3>Suite by suite</h3>
${renderFigureTable({ caption: 'How often what should come came, by suite', heading: 'Should come', groups, scale: all })}`;
}

/** What must not happen, by how often it did. */
export function renderSafety(input: ReportInput): Markup {
  const metrics = input.run.metrics.filter(({ kind }) => kind === 'safety');
  const alarms = alarmGroups(input);
  const others = groupMetrics(metrics, input.comparison, true);
  if (alarms.length + others.length === 0) return noFigure;
  const table = (caption: string, groups: readonly FigureGroup[]) =>
    groups.length === 0
      ? null
      : renderFigureTable({
          caption,
          groups,
          scale: scaleFor(groups.flatMap(({ rows }) => rows.map(({ figure }) => figure))),
        });
  return html`<p>These are told by what failed. “At most” is what can be said when nothing failed: with 95% confidence the true rate is no higher. Fewer cases give a weaker promise. Each table has its own scale.</p>
${table('Alarms missed and false, over all suites', alarms)}
${others.length === 0 ? null : html`<h3>Suite by suite</h3>`}
${table('What must not happen, and how often it did', others)}
${legend}`;
}

/** Answer rate and error rate side by side, then correctness and all that makes an answer a good one. */
export function renderAnswers(input: ReportInput): Markup {
  const groups = groupMetrics(ofSection(input, 'answers'), input.comparison);
  if (groups.length === 0) return noFigure;
  return html`<p>An answer rate alone says nothing: whoever answers everything has the highest. Read it with the error rate beneath it. Declining what the documents do not answer is a success and is counted as one.</p>
${renderFigureTable({ caption: 'Answers, by suite', groups, scale: all })}
${legend}`;
}

/** Whether quotes are exact, and whether they support what is said, beside what copying and chance would get. */
export function renderCitations(input: ReportInput): Markup {
  const groups = groupMetrics(ofSection(input, 'citations'), input.comparison);
  if (groups.length === 0) return noFigure;
  return html`<p><strong>Support measured offline is consistency, not truth.</strong> Whether a quote carries a sentence was judged by “${foreign(input.run.judge)}”; where that is the assistant’s own verifier, it cannot see its own blind spots. Whether a document is right, nothing here says. Read support beside its two controls: what copying the first passage would get, and what another answer’s quotes would get by chance.</p>
${renderFigureTable({ caption: 'Citations, by suite', groups, scale: all })}
${legend}`;
}

/** Whether the passages that answer are found, and how far up. */
export function renderRetrieval(input: ReportInput): Markup {
  const groups = groupMetrics(ofSection(input, 'retrieval'), input.comparison);
  if (groups.length === 0) return noFigure;
  return html`<p>An answer can only be as good as the passages that were found for it.</p>
${renderFigureTable({ caption: 'Retrieval, by suite', groups, scale: all })}
${legend}`;
}

/** What no other part shows; null when there is nothing. */
export function renderOthers(input: ReportInput): Markup | null {
  const rest = ofSection(input, 'other').filter(({ kind }) => kind !== 'safety');
  if (rest.length === 0) return null;
  const groups = groupMetrics(rest, input.comparison);
  return renderFigureTable({ caption: 'Other figures, by suite', groups, scale: all });
}
