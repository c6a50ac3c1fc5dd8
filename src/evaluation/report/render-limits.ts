import { suiteTitle } from './describe-suite.ts';
import { failureFigure } from './figure.ts';
import { formatCount } from './format-figures.ts';
import { html, type Markup } from './html.ts';
import { foreign } from './inline-text.ts';
import type { ReportInput } from './report-input.ts';

/** Below this even "nothing failed" leaves a tenth open. */
const SMALL_SUITE = 29;

/** Limits that the run itself shows. */
export function findLimits({ run, comparison }: ReportInput): string[] {
  const small = run.suites.filter(({ cases }) => cases > 0 && cases < SMALL_SUITE);
  const clusters = new Set(run.records.map(({ suite, cluster }) => JSON.stringify([suite, cluster]))).size;
  return [
    ...(run.split === 'dev'
      ? [
          'These cases were seen while the product was written. How it does on questions nobody has seen, only the test split says.',
        ]
      : []),
    ...small.map(
      ({ name, cases }) =>
        `${suiteTitle(name)} has only ${cases} cases: even if none failed, all that could be said is ${failureFigure(0, cases).text}.`,
    ),
    ...(clusters < run.records.length
      ? [
          `The ${formatCount(run.records.length)} cases form ${formatCount(clusters)} groups of like cases (one topic, asked in several ways). Intervals of counts treat cases as independent and are somewhat too narrow; those of means draw whole groups.`,
        ]
      : []),
    ...(comparison !== null
      ? [
          `${formatCount(run.metrics.length)} figures are compared side by side: a small change in one of them may be chance.`,
        ]
      : []),
  ];
}

/** What the figures do not show: what is known of the suites, and what the run itself shows. */
export function renderLimits(input: ReportInput): Markup {
  return html`<ul class="limits">${[...input.limits, ...findLimits(input)].map((limit) => html`<li>${foreign(limit)}</li>`)}</ul>`;
}
