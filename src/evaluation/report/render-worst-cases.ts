import type { CaseRecord } from '#evaluation/run/run-record.ts';
import { createCameBefore } from './came-before.ts';
import { compareFaults, isFaulty } from './find-record.ts';
import { formatCount, formatCounted } from './format-figures.ts';
import { linkWord } from './glossary.ts';
import { html, type Markup } from './html.ts';
import { renderCase } from './render-case.ts';
import { renderCaseList } from './render-case-list.ts';
import type { ReportInput } from './report-input.ts';

const MAX_WHOLE = 10;

const keyOf = ({ suite, id }: CaseRecord): string => JSON.stringify([suite, id]);

function renderBadge({ cost }: CaseRecord): Markup {
  return cost === 0
    ? html`<span class="badge even">no cost</span>`
    : html`<span class="badge worse">cost ${cost}</span>`;
}

/** Cases with something wrong: the worst in full, then every one in a list. `told` are those told in full before. */
export function renderWorstCases({ run, comparison }: ReportInput, told: ReadonlySet<string>): Markup {
  const faulty = run.records.filter(isFaulty).sort(compareFaults);
  if (faulty.length === 0) return html`<p>No case has anything wrong with it.</p>`;
  const whole = faulty.filter((record) => !told.has(keyOf(record))).slice(0, MAX_WHOLE);
  const linked = new Set([...told, ...whole.map(keyOf)]);
  const above = faulty.filter((record) => told.has(keyOf(record))).length;
  const cameBefore = createCameBefore(comparison);
  const lines = faulty.map((record) => ({ record, isLinked: linked.has(keyOf(record)) }));
  return html`<p>Something is wrong with ${formatCount(faulty.length)} of ${formatCounted(run.records.length, 'case')}, whether or not it changed. The ${linkWord('cost', 'costliest')} are told in full, then those with the most problems${above === 0 ? null : html`; ${formatCounted(above, 'case')} told under “Cases that got worse and better” ${above === 1 ? 'is' : 'are'} not repeated`}.</p>
<h3>The ${formatCount(whole.length)} worst</h3>
${whole.map((record) => renderCase(record, { badge: renderBadge(record), before: cameBefore(record) }))}
<h3>Every case with something wrong</h3>
${renderCaseList(lines, cameBefore)}`;
}
