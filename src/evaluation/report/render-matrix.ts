import type { MatrixCell } from '#evaluation/run/decision-matrix.ts';
import { compareClasses, describeClass, describeClassInline } from './describe-class.ts';
import { shareFigure } from './figure.ts';
import { formatCount, formatNumber } from './format-figures.ts';
import { explainWords } from './glossary.ts';
import { html, type Markup } from './html.ts';
import type { ReportInput } from './report-input.ts';

const STEPS = 4;
const MAX_LISTED = 12;

/** 0 for no cost, else 1 to 4, which is the highest alone: each step is a like factor, for costs span magnitudes. */
function shadeOf(cost: number, highest: number): number {
  if (cost <= 0) return 0;
  if (highest <= 1) return STEPS;
  return 1 + Math.floor(((STEPS - 1) * Math.log(Math.max(cost, 1))) / Math.log(highest) + 1e-9);
}

const writeCost = (cost: number): string => (Number.isInteger(cost) ? formatCount(cost) : formatNumber(cost));

function renderCell(column: string, cells: readonly MatrixCell[], highest: number): Markup {
  const count = cells.reduce((total, cell) => total + cell.count, 0);
  if (count === 0) return html`<td class="empty" role="cell"></td>`;
  const cost = Math.max(...cells.map((cell) => cell.cost));
  const words = cost === 0 ? 'right' : `cost ${writeCost(cost)}`;
  return html`<td class="cell shade-${shadeOf(cost, highest)}" role="cell"><span class="column" aria-hidden="true">${describeClass(column)}</span> <b>${formatCount(count)}</b> <span>${words}</span></td>`;
}

function renderRow(name: string, columns: readonly string[], row: readonly MatrixCell[], highest: number): Markup {
  const total = row.reduce((sum, cell) => sum + cell.count, 0);
  const right = row.filter(({ cost }) => cost === 0).reduce((sum, cell) => sum + cell.count, 0);
  const { count, range } = shareFigure(right, total);
  return html`<tr role="row"><th scope="row" role="rowheader">${describeClass(name)} <span class="total">right: ${count} <span class="note">${range}</span></span></th>${columns.map(
    (column) =>
      renderCell(
        column,
        row.filter(({ actual }) => actual === column),
        highest,
      ),
  )}</tr>`;
}

/** The costliest confusions in words, for whoever does not read tables. */
function renderConfusions(matrix: readonly MatrixCell[]): Markup {
  const wrong = matrix
    .filter(({ cost, count }) => cost > 0 && count > 0)
    .sort(
      (a, b) =>
        b.cost - a.cost ||
        b.count - a.count ||
        compareClasses(a.expected, b.expected) ||
        compareClasses(a.actual, b.actual),
    );
  if (wrong.length === 0) return html`<p>Every outcome is as it should be.</p>`;
  const rest = wrong.slice(MAX_LISTED).reduce((sum, { count }) => sum + count, 0);
  return html`<ol class="confusions">${wrong
    .slice(0, MAX_LISTED)
    .map(
      ({ expected, actual, count, cost }) =>
        html`<li>${formatCount(count)} × “${describeClassInline(expected)}” should come, “${describeClassInline(actual)}” came <span class="note">(cost ${writeCost(cost)} each)</span></li>`,
    )}</ol>${rest === 0 ? null : html`<p class="note">${formatCount(rest)} more, none of them costlier.</p>`}`;
}

/** What should have come, by row, and what came, by column, shaded by what the confusion costs. */
export function renderMatrix({ matrix }: ReportInput): Markup {
  if (matrix.length === 0) return html`<p>No case of this run is asked.</p>`;
  const highest = Math.max(...matrix.map(({ cost }) => cost));
  const unique = (names: readonly string[]) => [...new Set(names)].sort(compareClasses);
  const rows = unique(matrix.map(({ expected }) => expected));
  const columns = unique(matrix.filter(({ count }) => count > 0).map(({ actual }) => actual));
  return html`<p>Each case should bring one outcome. A confusion costs by the harm it may do: a missed emergency far more than a missed greeting. There is no total, for no number of good answers makes up for a missed emergency. It counts every case that is asked in this run, in all suites, by its outcome alone: “answered” is right only where an answer should come. The summary counts answers among the questions that should be answered; the changes count only cases that the baseline has too.</p>
${explainWords('declined', 'card', 'cost', 'near-misses')}
<h3>Costliest confusions</h3>
${renderConfusions(matrix)}
<details class="more"><summary>All of them, as a table</summary>
<div class="scroll" role="group" aria-label="Decision matrix" tabindex="0"><table class="matrix" role="table">
<caption>What should come (rows) and what came (columns; on a narrow screen under each row). The stronger the colour of a cell, the higher the cost of one such case; an empty cell means none. A graver card than needed is right.</caption>
<thead role="rowgroup"><tr role="row"><th scope="col" role="columnheader">Should come</th>${columns.map((name) => html`<th scope="col" role="columnheader">${describeClass(name)}</th>`)}</tr></thead>
<tbody role="rowgroup">${rows.map((name) =>
    renderRow(
      name,
      columns,
      matrix.filter(({ expected }) => expected === name),
      highest,
    ),
  )}</tbody></table></div></details>`;
}
