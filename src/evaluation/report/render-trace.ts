import type { EvalReply } from '#evaluation/run/eval-reply.ts';
import type { CaseRecord } from '#evaluation/run/run-record.ts';
import { suiteTitle } from './describe-suite.ts';
import { formatNumber, shortIdentity } from './format-figures.ts';
import { html, type Markup } from './html.ts';
import { foreign } from './inline-text.ts';

const MAX_PASSAGES = 10;

type Trace = NonNullable<EvalReply['trace']>;

function renderRetrieved(trace: Trace): Markup {
  const shown = trace.retrieved.slice(0, MAX_PASSAGES * Math.max(trace.asks.length, 1));
  if (shown.length === 0) return html`<p class="note">No passage was looked for.</p>`;
  return html`<div class="scroll" role="group" aria-label="Passages found" tabindex="0"><table>
<caption>Passages found, best first${shown.length < trace.retrieved.length ? html` (the first ${shown.length} of ${trace.retrieved.length})` : null}</caption>
<thead><tr><th scope="col">Question</th><th scope="col">Passage</th><th scope="col" class="number">Score</th></tr></thead>
<tbody>${shown.map(
    ({ ask, passageId, score }) =>
      html`<tr><td class="number">${ask + 1}</td><th scope="row"><code>${foreign(passageId)}</code></th><td class="number">${score.toFixed(3)}</td></tr>`,
  )}</tbody></table></div>`;
}

const renderSteps = (trace: Trace): Markup => html`<h5>Questions it took from the message</h5>
${trace.asks.length === 0 ? html`<p class="note">None.</p>` : html`<ol>${trace.asks.map((ask) => html`<li dir="auto">${ask}</li>`)}</ol>`}
<h5>Rules that fired</h5>
${trace.rules.length === 0 ? html`<p class="note">None.</p>` : html`<ul>${trace.rules.map((rule) => html`<li><code>${foreign(rule)}</code></li>`)}</ul>`}
<h5>Passages</h5>
${renderRetrieved(trace)}`;

function renderFacts({ notice, composer, answer, citations }: EvalReply): Markup {
  const facts: ReadonlyArray<Markup | null> = [
    notice === null ? null : html`Fixed text shown: ${foreign(notice)}.`,
    composer === null || answer === null ? null : html`Written by: ${foreign(composer)}.`,
    typeof answer?.readingGrade === 'number' ? html`Reading grade ${formatNumber(answer.readingGrade)}.` : null,
    ...citations.map(
      ({ n, documentId, documentVersion, start, end }) =>
        html`Quote ${n}: ${foreign(documentId)}, version ${foreign(shortIdentity(documentVersion))}, characters ${start} to ${end}.`,
    ),
  ];
  return html`${facts.map((fact) => (fact === null ? null : html`<p class="note">${fact}</p>`))}`;
}

/** Names, ids and steps of a case, folded: for whoever mends it. */
export function renderTrace(record: CaseRecord): Markup {
  const reply = record.replies.at(-1);
  const { id, suite, tags } = record;
  return html`<details class="trace"><summary>For developers: how it came about</summary>
<p class="note">Case ${foreign(id)} of ${foreign(suiteTitle(suite))}${tags.length === 0 ? null : html`; tags: ${foreign(tags.join(', '))}`}</p>
${reply === undefined ? null : renderFacts(reply)}
${reply === undefined || reply.trace === null ? null : renderSteps(reply.trace)}</details>`;
}
