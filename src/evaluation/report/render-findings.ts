import type { Comparison } from '#evaluation/gate/comparison.ts';
import { formatCounted } from './format-figures.ts';
import { groupFindings } from './group-findings.ts';
import { html, type Markup } from './html.ts';
import { isBeyondRounding } from './list-flips.ts';
import { renderFinding } from './render-finding.ts';

/** Checks that changed, the gravest first; those of one or two cases are folded into one line. */
export function renderFindings({ findings }: Comparison): Markup {
  const { told, small } = groupFindings(findings.filter(isBeyondRounding));
  if (told.length + small.length === 0) return html`<p>None: every case that both runs have came out the same.</p>`;
  const failing = small.filter(({ fails }) => fails).length;
  const fell = small.filter(({ lead }) => lead.worse.length > 0).length;
  const words =
    fell === small.length
      ? `${formatCounted(small.length, 'more check')} fell by one or two cases`
      : `${formatCounted(small.length, 'more check')} changed by one or two cases`;
  return html`${told.length === 0 ? null : html`<ul class="findings">${told.map(renderFinding)}</ul>`}${
    small.length === 0
      ? null
      : html`<details class="more"><summary>${words}${failing === 0 ? null : html`; ${failing === small.length ? 'all' : String(failing)} of them by more than is allowed`}</summary><ul class="findings">${small.map(renderFinding)}</ul></details>`
  }`;
}
