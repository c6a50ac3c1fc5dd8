import { checkName } from './describe-measure.ts';
import { suiteTitle } from './describe-suite.ts';
import { formatCount, formatNumber } from './format-figures.ts';
import { html, type Markup } from './html.ts';
import { foreign } from './inline-text.ts';
import type { Finding } from './report-input.ts';

const kinds = { safety: 'safety', quality: 'quality', information: 'for information' } as const;

/** A p-value as it is read; the exact value below 0.001 says nothing more to a reader. */
const formatChance = (pValue: number): string => (pValue < 0.001 ? 'below 0.001' : pValue.toFixed(3));

const verdictOf = ({ fails, worse, better }: Finding): readonly [className: string, mark: string, words: string] => {
  if (fails) return ['fail', '✕', 'Fails'];
  if (worse.length > better.length) return ['worse', '▼', 'Worse, within bounds'];
  if (better.length > worse.length) return ['better', '▲', 'Better'];
  return ['even', '=', 'As many better as worse'];
};

/** A check by its counts, a measure by its mean. */
function tellResults({ before, after, pValue }: Finding): string {
  if (pValue !== null)
    return `Passed before: ${formatCount(before.passed)} of ${formatCount(before.of)}. Now: ${formatCount(after.passed)} of ${formatCount(after.of)}.`;
  const mean = ({ passed, of }: Finding['before']) => (of === 0 ? 'none' : formatNumber(passed / of));
  return `Mean before: ${mean(before)}. Now: ${mean(after)}, over ${formatCount(after.of)}.`;
}

/** One check whose cases flipped: verdict, why, before and after. */
export function renderFinding(finding: Finding): Markup {
  const { suite, check, kind, pValue, worse, better } = finding;
  const [className, mark, words] = verdictOf(finding);
  return html`<li class="finding ${className}">
<h4><span class="mark" aria-hidden="true">${mark}</span> ${words}: ${foreign(suiteTitle(suite))} – ${foreign(checkName(check))}</h4>
<p>${foreign(finding.why)}</p>
<p class="note">${tellResults(finding)} ${worse.length} worse, ${better.length} better (${kinds[kind]}${
    pValue === null ? null : html`; chance of a split so uneven if nothing had changed: ${formatChance(pValue)}`
  }).</p>
</li>`;
}
