import type { TargetIdentity } from '#evaluation/run/eval-target.ts';
import type { Metric } from '#evaluation/run/run-record.ts';
import { checkOf, compareMeasures, describeMeasure } from './describe-measure.ts';
import { suiteTitle } from './describe-suite.ts';
import { drawHistory } from './draw-history.ts';
import { type Figure, metricFigure } from './figure.ts';
import { formatCounted, formatList, shortIdentity } from './format-figures.ts';
import { html, type Markup } from './html.ts';
import { foreign } from './inline-text.ts';
import { type PagePart, renderPage } from './render-page.ts';

export interface HistoryRun {
  readonly id: string;
  readonly metrics: readonly Metric[];
  readonly identity: TargetIdentity;
}

const partNames = {
  commit: 'code',
  corpus: 'documents',
  prompts: 'prompts',
  index: 'index',
  encoder: 'encoder',
  model: 'model',
} as const satisfies Partial<Record<keyof TargetIdentity, string>>;
const parts = Object.keys(partNames) as Array<keyof typeof partNames>;

/** What a run was made with that the one before it was not. */
function differences(run: HistoryRun, before: HistoryRun | undefined): string[] {
  if (before === undefined) return [];
  return parts.filter((part) => run.identity[part] !== before.identity[part]).map((part) => partNames[part]);
}

function renderRuns(runs: readonly HistoryRun[]): Markup {
  return html`<div class="scroll" role="group" aria-label="Runs" tabindex="0"><table>
<caption>Runs, oldest first, and what each was made with that the one before was not</caption>
<thead><tr><th scope="col">Run</th><th scope="col">Version</th><th scope="col">What differs</th></tr></thead>
<tbody>${runs.map((run, at) => {
    const differs = differences(run, runs[at - 1]);
    const words = at === 0 ? 'the first' : differs.length === 0 ? 'nothing' : formatList(differs);
    const { commit } = run.identity;
    return html`<tr><th scope="row">${foreign(run.id)}</th><td>${commit === null ? 'not stated' : html`<code>${foreign(shortIdentity(commit))}</code>`}</td><td>${words}</td></tr>`;
  })}</tbody></table></div>`;
}

function renderMultiple(name: string, runs: readonly HistoryRun[]): Markup {
  const metrics = runs.map((run) => run.metrics.find((metric) => metric.name === name && metric.n > 0) ?? null);
  const last = metrics.findLast((metric) => metric !== null);
  if (last === undefined || last === null) return html``;
  const { label, meaning, isFailure } = describeMeasure(checkOf(last));
  const figures = metrics.map((metric): Figure | null => (metric === null ? null : metricFigure(metric, isFailure)));
  // The code differs in nearly every run; what else differs is what a reader looks for.
  const changes = runs.flatMap((run, at) =>
    differences(run, runs[at - 1]).some((part) => part !== partNames.commit) ? [at] : [],
  );
  const latest = figures.findLast((figure) => figure !== null);
  return html`<figure class="multiple"><figcaption>${label} <span class="note">${meaning}</span><span class="note">Latest: ${latest?.text ?? 'none'}</span></figcaption>
${drawHistory({ figures, changes })}
<div class="runs" aria-hidden="true"><span>${foreign(runs[0]?.id ?? '')}</span><span>${foreign(runs.at(-1)?.id ?? '')}</span></div>
<details><summary>Figures of ${label}</summary><table><caption>${label}, by run</caption><thead><tr><th scope="col">Run</th><th scope="col">Result, 95% interval</th></tr></thead><tbody>${runs.map(
    (run, at) => html`<tr><th scope="row">${foreign(run.id)}</th><td>${figures[at]?.text ?? 'not measured'}</td></tr>`,
  )}</tbody></table></details></figure>
`;
}

function suiteParts(runs: readonly HistoryRun[]): PagePart[] {
  const metrics = runs.flatMap((run) => run.metrics);
  return [...new Set(metrics.map(({ suite }) => suite))].map((suite, at) => {
    const own = metrics.filter((metric) => metric.suite === suite);
    const isSafety = (name: string) => Number(own.some((metric) => metric.name === name && metric.kind === 'safety'));
    const names = [...new Set(own.map(({ name }) => name))].sort(
      (a, b) => isSafety(b) - isSafety(a) || compareMeasures(checkOf({ name: a }), checkOf({ name: b })),
    );
    return {
      id: `suite-${at}`,
      title: suiteTitle(suite),
      body: html`<div class="multiples">${names.map((name) => renderMultiple(name, runs))}</div>`,
    };
  });
}

/** Every metric over runs, oldest first, as one HTML file. The same runs give the same bytes. */
export function renderHistory(runs: readonly HistoryRun[]): string {
  const header = html`<p class="product">Citewell · evaluation history</p>
<h1>How figures changed over ${formatCounted(runs.length, 'run')}</h1>
<p>Each drawing is one figure, oldest run on the left, with its 95% interval. Its two ends are written beside it; most do not begin at 0. A dotted line marks a run made with other documents, prompts, index, encoder or model. Figures of different suites measure different things and have no common average.</p>`;
  return renderPage({
    title: 'Evaluation history · Citewell',
    header,
    parts: [{ id: 'runs', title: 'Runs', body: renderRuns(runs) }, ...suiteParts(runs)],
  });
}
