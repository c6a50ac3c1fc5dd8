import type { CaseRecord } from '#evaluation/run/run-record.ts';
import { suiteTitle } from './describe-suite.ts';
import { anchorOf, compareFaults, isFaulty } from './find-record.ts';
import { formatCount, formatCounted } from './format-figures.ts';
import { html, type Markup } from './html.ts';
import { foreign, shorten } from './inline-text.ts';
import { renderCase } from './render-case.ts';
import type { ReportInput } from './report-input.ts';
import { listProblems, tellOutcome } from './tell-outcome.ts';

const MAX_WHOLE = 25;
const OPEN = 3;

const keyOf = ({ suite, id }: CaseRecord): string => JSON.stringify([suite, id]);

function renderBadge({ cost }: CaseRecord): Markup {
  return cost === 0
    ? html`<span class="badge even">no cost</span>`
    : html`<span class="badge worse">cost ${cost}</span>`;
}

function renderLine(record: CaseRecord, isLinked: boolean): Markup {
  const { id, suite, turns, actual, cost } = record;
  const name = html`<code>${foreign(id)}</code>`;
  return html`<tr><th scope="row">${isLinked ? html`<a href="#${anchorOf(record)}">${name}</a>` : name} <span class="note">${foreign(suiteTitle(suite))}</span></th>
<td dir="auto">${shorten(turns.at(-1) ?? '', 160)}</td><td>${actual === '' ? null : html`<p>${tellOutcome(record)}</p>`}${listProblems(record).map((problem) => html`<p>${foreign(problem)}</p>`)}</td><td class="number">${cost}</td></tr>`;
}

/** Cases with something wrong: the worst in full, then every one in a line. `told` are those told in full before. */
export function renderWorstCases({ run }: ReportInput, told: ReadonlySet<string>): Markup {
  const faulty = run.records.filter(isFaulty).sort(compareFaults);
  if (faulty.length === 0) return html`<p>No case has anything wrong with it.</p>`;
  const whole = faulty.filter((record) => !told.has(keyOf(record))).slice(0, MAX_WHOLE);
  const linked = new Set([...told, ...whole.map(keyOf)]);
  const above = faulty.filter((record) => told.has(keyOf(record))).length;
  return html`<p>Something is wrong with ${formatCount(faulty.length)} of ${formatCounted(run.records.length, 'case')}. The costliest are told in full, then those with the most problems${above === 0 ? null : html`; ${formatCounted(above, 'case')} told under “What got better and worse” ${above === 1 ? 'is' : 'are'} not repeated`}.</p>
<h3>The ${formatCount(whole.length)} worst</h3>
${whole.map((record, at) => renderCase(record, { badge: renderBadge(record), isOpen: at < OPEN }))}
<h3>Every case with something wrong</h3>
<details class="more"><summary>${formatCounted(faulty.length, 'case')}, costliest first</summary>
<div class="scroll" role="group" aria-label="Every case with something wrong" tabindex="0"><table class="lines">
<caption>Cases with something wrong, costliest first</caption>
<thead><tr><th scope="col">Case</th><th scope="col">Question</th><th scope="col">What is wrong</th><th scope="col" class="number">Cost</th></tr></thead>
<tbody>${faulty.map((record) => renderLine(record, linked.has(keyOf(record))))}</tbody></table></div></details>`;
}
