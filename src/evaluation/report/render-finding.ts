import type { Finding } from '#evaluation/gate/comparison.ts';
import { CHECKS, VALUES } from '#evaluation/run/check-kinds.ts';
import { checkName } from './describe-measure.ts';
import { suiteTitle } from './describe-suite.ts';
import { formatCount, formatCounted, formatList, formatNumber } from './format-figures.ts';
import type { FindingGroup } from './group-findings.ts';
import { html, type Markup } from './html.ts';
import { foreign } from './inline-text.ts';

type Verdict = readonly [className: string, mark: string, words: string];

function verdictOf({ lead, fails }: FindingGroup): Verdict {
  const { kind, worse, better } = lead;
  if (fails) return [kind === 'safety' ? 'fail safety' : 'fail', '✕', 'Fails'];
  if (kind === 'information' && worse.length > better.length) return ['worse', '▼', 'Worse, for information'];
  if (worse.length > better.length) return ['worse', '▼', 'Worse, within what is allowed'];
  if (better.length > worse.length) return ['better', '▲', 'Better'];
  return ['even', '=', 'As many better as worse'];
}

/** A check by its counts, a measure by its mean; of the cases that both runs have. */
function tellResults({ before, after, pValue, worse, better }: Finding): string {
  const flips = `${formatCounted(worse.length, 'case')} got worse, ${formatCount(better.length)} better`;
  if (pValue !== null)
    return `Right before: ${formatCount(before.passed)} of ${formatCount(before.of)}. Now: ${formatCount(after.passed)} of ${formatCount(after.of)}, of the cases that both have. ${flips}.`;
  const mean = ({ passed, of }: Finding['before']) => (of === 0 ? 'none' : formatNumber(passed / of));
  return `Mean before: ${mean(before)}. Now: ${mean(after)}, over the ${formatCount(after.of)} cases that both have. ${flips}.`;
}

/** Why a check fails, without a number that needs explaining. */
function tellReason({ kind, fails, pValue }: Finding): string {
  if (!fails) return '';
  if (kind === 'safety') return ' It is about safety: one case is enough to fail.';
  if (pValue !== null && pValue < 0.05) return ' That is more than chance explains.';
  return ' That is a greater fall than is allowed.';
}

const meaningOf = ({ check, why }: Finding): string =>
  (CHECKS as Readonly<Record<string, { means: string }>>)[check]?.means ??
  (VALUES as Readonly<Record<string, { means: string }>>)[check]?.means ??
  why;

/** One check whose cases flipped: verdict, what it asks for, before and after, and what counts the same cases again. */
export function renderFinding(group: FindingGroup): Markup {
  const { lead, again } = group;
  const [className, mark, words] = verdictOf(group);
  const failing = [lead, ...again].find(({ fails }) => fails) ?? lead;
  const same = again.map(
    ({ check, worse, better }) => `${checkName(check).toLowerCase()} (${worse.length} worse, ${better.length} better)`,
  );
  return html`<li class="finding ${className}">
<h4><span class="mark" aria-hidden="true">${mark}</span> ${words}: ${foreign(suiteTitle(lead.suite))} – ${foreign(checkName(lead.check))}</h4>
<p>${tellResults(lead)}${tellReason(failing)}</p>
<p class="note">What is asked for: ${foreign(meaningOf(lead))}${same.length === 0 ? null : html` For the most part the same cases count again under: ${foreign(formatList(same))}.`}</p>
</li>`;
}
