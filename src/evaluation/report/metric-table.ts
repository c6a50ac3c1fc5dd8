import type { Metric } from '#evaluation/run/run-record.ts';
import { checkOf, compareMeasures, describeMeasure } from './describe-measure.ts';
import { suiteTitle } from './describe-suite.ts';
import { drawInterval, drawScale, type Scale, scaleFor } from './draw-interval.ts';
import { type Figure, metricFigure } from './figure.ts';
import { html, type Markup } from './html.ts';
import { foreign } from './inline-text.ts';
import type { ReportInput } from './report-input.ts';
import { type Before, tellBefore } from './tell-before.ts';

/** One line of a table of figures. */
export interface FigureRow {
  readonly label: string;
  readonly meaning: string | null;
  readonly figure: Figure;
  /** Share or mean of the baseline over the same cases, and how it is told; null where it is not compared. */
  readonly before: Before | null;
}

export interface FigureGroup {
  /** Null where the caption says it. */
  readonly title: string | null;
  readonly rows: readonly FigureRow[];
}

export interface FigureTable {
  readonly caption: string;
  /** Of the first column: "Figure" when not given. */
  readonly heading?: string;
  readonly groups: readonly FigureGroup[];
  readonly scale: Scale;
}

function renderRow({ label, meaning, figure, before }: FigureRow, scale: Scale, explained: Set<string>): Markup {
  // Said once in a table: the same measure comes again with every suite.
  const says = meaning === null || explained.has(label) ? null : html` <span class="note">${meaning}</span>`;
  explained.add(label);
  const own = figure.kind === scale.kind ? scale : scaleFor([figure], 1);
  return html`<tr role="row"><th scope="row" role="rowheader"><span class="label">${label}</span>${says}</th>
<td role="cell" class="figure">${tellFigure(figure)}${before === null ? null : html` <span class="note">baseline: ${before.text}</span>`}</td>
<td role="cell" class="drawn">${drawInterval(figure, own, before?.value ?? null)}${own.max === scale.max ? null : drawScale(own)}</td></tr>`;
}

/** Its two parts, each kept whole in a narrow column. */
const tellFigure = ({ count, range, isSmall }: Figure): Markup =>
  html`<span class="whole">${count}</span>${range === '' ? null : html` <span class="whole">(${range})</span>`}${isSmall ? html` <span class="note">too few cases to say much</span>` : null}`;

/**
 * Figures with their intervals, written and drawn on one scale, in groups. Roles are said outright, for on a phone rows are
 * laid out as blocks.
 */
export function renderFigureTable(table: FigureTable): Markup {
  const { caption, heading = 'Figure', groups, scale } = table;
  const explained = new Set<string>();
  return html`<table class="figures" role="table">
<caption>${caption}</caption>
<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">${heading}</th><th scope="col" role="columnheader">Result, 95% interval</th><th scope="col" role="columnheader"><span class="visually-hidden">Drawn, from left to right </span>${drawScale(scale)}</th></tr></thead>
${groups.map(
  ({ title, rows }) =>
    html`<tbody role="rowgroup">${title === null ? null : html`<tr class="group" role="row"><th scope="rowgroup" role="rowheader" colspan="3">${foreign(title)}</th></tr>`}${rows.map((row) => renderRow(row, scale, explained))}</tbody>
`,
)}</table>`;
}

/** Metrics by suite, each as a row; told by their failures where that is how they are read, or where `asFailures` says. */
export function groupMetrics(
  metrics: readonly Metric[],
  input: Pick<ReportInput, 'run' | 'comparison'>,
  asFailures = false,
): FigureGroup[] {
  const suites = [...new Set(metrics.map(({ suite }) => suite))];
  return suites.map((suite) => {
    const own = metrics.filter((metric) => metric.suite === suite);
    const sorted = [...own].sort((a, b) => compareMeasures(checkOf(a), checkOf(b)));
    const rows = sorted.map((metric) => {
      const { label, meaning, isFailure } = describeMeasure(checkOf(metric));
      const told = isFailure || (asFailures && metric.of === 'share');
      return {
        label: told && !isFailure ? `${label}: failed` : label,
        meaning,
        figure: metricFigure(metric, told),
        before: tellBefore(metric, told, input),
      };
    });
    return { title: suiteTitle(suite), rows };
  });
}
