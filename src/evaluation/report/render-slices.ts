import { suiteMeaning, suiteTitle } from './describe-suite.ts';
import { shareFigure } from './figure.ts';
import { formatCount, formatCounted } from './format-figures.ts';
import { html, type Markup } from './html.ts';
import { foreign } from './inline-text.ts';
import { type FigureGroup, renderFigureTable } from './metric-table.ts';
import type { ReportInput } from './report-input.ts';
import { MIN_SLICE, type Slice, type SuiteSlices, sliceRecords } from './slice-records.ts';

const isTopic = ({ tag }: Slice): boolean => tag.startsWith('topic:');

function group(title: string, slices: readonly Slice[]): FigureGroup[] {
  if (slices.length === 0) return [];
  const rows = slices.map(({ tag, cases, clean }) => ({
    label: tag.replace(/^topic:/u, ''),
    meaning: null,
    figure: shareFigure(clean, cases),
    before: null,
  }));
  return [{ title, rows }];
}

function renderSuite({ suite, whole, slices, small }: SuiteSlices): Markup {
  const groups = [
    ...group('All of it', [whole]),
    ...group(
      'By kind of question',
      slices.filter((one) => !isTopic(one)),
    ),
    ...group('By topic', slices.filter(isTopic)),
  ];
  const meaning = suiteMeaning(suite);
  return html`<details class="slices"><summary><strong>${foreign(suiteTitle(suite))}</strong> <span class="note">nothing wrong in ${formatCount(whole.clean)} of ${formatCount(whole.cases)}; ${formatCounted(slices.length, 'slice')}</span></summary>
${meaning === null ? null : html`<p>${meaning}</p>`}
${renderFigureTable({ caption: `${suiteTitle(suite)}: cases with nothing wrong, worst slice first`, heading: 'Cases', groups, scale: { kind: 'share', max: 1 } })}
${
  small.length === 0
    ? null
    : html`<p class="note">Not drawn, for fewer than ${MIN_SLICE} cases say nothing: ${small.map(
        ({ tag, cases, clean }, i) => html`${i === 0 ? null : ', '}${foreign(tag)} (${clean} of ${cases})`,
      )}.</p>`
}</details>
`;
}

/** Each suite cut by what its cases have in common. */
export function renderSlices({ run }: ReportInput): Markup {
  return html`<p>Where a suite is weak: its cases by tag, worst first. An interval that is wide has few cases behind it; slices overlap, and among many some look bad by chance alone. Suites are never added up, for they measure different things.</p>
<div class="folded">${sliceRecords(run.records).map(renderSuite)}</div>`;
}
