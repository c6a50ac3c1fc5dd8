import type { EvalReply } from '#evaluation/run/eval-reply.ts';
import { html, type Markup } from './html.ts';
import { foreign } from './inline-text.ts';

const MAX_PASSAGES = 10;

function renderRetrieved(trace: NonNullable<EvalReply['trace']>): Markup {
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

/** How the assistant came to a reply, folded; nothing where the target does not tell. */
export function renderTrace({ trace }: EvalReply): Markup | null {
  if (trace === null) return null;
  return html`<details class="trace"><summary>How it came about</summary>
<h5>Questions it took from the message</h5>
${trace.asks.length === 0 ? html`<p class="note">None.</p>` : html`<ol>${trace.asks.map((ask) => html`<li dir="auto">${ask}</li>`)}</ol>`}
<h5>Rules that fired</h5>
${trace.rules.length === 0 ? html`<p class="note">None.</p>` : html`<ul>${trace.rules.map((rule) => html`<li><code>${foreign(rule)}</code></li>`)}</ul>`}
<h5>Passages</h5>
${renderRetrieved(trace)}</details>`;
}
