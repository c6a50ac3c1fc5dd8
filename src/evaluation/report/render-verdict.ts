import { html, type Markup } from './html.ts';
import { wholeDates } from './inline-text.ts';
import type { ReportInput } from './report-input.ts';

/** Whether the run passes, and what is to be done. */
export function renderVerdict({ comparison }: ReportInput): Markup {
  if (comparison === null)
    return html`<p class="verdict none"><span class="mark" aria-hidden="true">○</span> <strong>Not compared.</strong> There is no baseline. Look at the figures; if they are good, accept the run (<code>npm run eval:accept</code>).</p>`;
  const { verdict, baseline } = comparison;
  if (verdict === 'pass')
    return html`<p class="verdict pass"><span class="mark" aria-hidden="true">✓</span> <strong>Passes</strong> against ${wholeDates(baseline.name)}. Nothing needs to be done.</p>`;
  return html`<div class="verdict fail"><p><span class="mark" aria-hidden="true">✕</span> <strong>Fails</strong> against ${wholeDates(baseline.name)}.</p>
<p class="todo"><strong>What to do:</strong> somebody must look, then either mend it or accept it with a reason (<code>npm run eval:accept</code>).</p></div>`;
}
