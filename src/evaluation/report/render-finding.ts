import type { Finding } from '#evaluation/gate/comparison.ts';
import { checkName } from './describe-measure.ts';
import { suiteTitle } from './describe-suite.ts';
import { formatCount, formatNumber, formatPercent } from './format-figures.ts';
import { html, type Markup } from './html.ts';
import { foreign } from './inline-text.ts';

const kinds = { safety: 'safety', quality: 'quality', information: 'for information' } as const;

/** A p-value in words. Safety is not a matter of chance: one case fails it. */
function tellChance({ kind, pValue, worse, better }: Finding): string {
  if (pValue === null || kind === 'safety' || worse.length === better.length) return '';
  const chance = pValue < 0.001 ? 'less than one in a thousand' : formatPercent(pValue);
  return ` If nothing had really changed, chance alone would split them so unevenly in ${chance} of runs (exact McNemar).`;
}

const verdictOf = ({
  fails,
  kind,
  worse,
  better,
}: Finding): readonly [className: string, mark: string, words: string] => {
  if (fails) return ['fail', '✕', 'Fails'];
  if (kind === 'information' && worse.length > better.length) return ['worse', '▼', 'Worse, for information'];
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
  const { suite, check, kind, worse, better } = finding;
  const [className, mark, words] = verdictOf(finding);
  return html`<li class="finding ${className}">
<h4><span class="mark" aria-hidden="true">${mark}</span> ${words}: ${foreign(suiteTitle(suite))} – ${foreign(checkName(check))}</h4>
<p>${foreign(finding.why)}</p>
<p class="note">${tellResults(finding)} ${worse.length} worse, ${better.length} better (${kinds[kind]}).${tellChance(finding)}</p>
</li>`;
}
