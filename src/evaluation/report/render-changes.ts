import type { Comparison } from '#evaluation/gate/comparison.ts';
import { checkName } from './describe-measure.ts';
import { suiteTitle } from './describe-suite.ts';
import { compareFaults, indexRecords } from './find-record.ts';
import { formatCount, formatCounted, formatList, formatNumber } from './format-figures.ts';
import { html, type Markup } from './html.ts';
import { foreign } from './inline-text.ts';
import { compareFindings, type Flip, listFlips } from './list-flips.ts';
import { renderCase } from './render-case.ts';
import { renderFinding } from './render-finding.ts';
import type { ReportInput } from './report-input.ts';

/** Cases told in full on each side; the rest are named. */
const MAX_WHOLE = 40;
const OPEN = 3;

const partNames: Readonly<Record<string, string>> = {
  corpus: 'the documents',
  prompts: 'the prompts and fixed texts',
  index: 'the index',
  encoder: 'the encoder',
  model: 'the model that writes answers',
  commit: 'the code',
};

function renderBaseline({ baseline, changed, newCases, goneCases }: Comparison): Markup {
  const differs =
    changed.length === 0
      ? 'Nothing it was made with differs'
      : `What differs: ${formatList(changed.map((part) => partNames[part] ?? part))}`;
  const uncompared = [
    ...(newCases === 0 ? [] : [`${formatCounted(newCases, 'case')} of this run ${newCases === 1 ? 'is' : 'are'} new`]),
    ...(goneCases === 0
      ? []
      : [`${formatCounted(goneCases, 'case')} of the baseline ${goneCases === 1 ? 'is' : 'are'} gone`]),
  ];
  return html`<p>${differs}. It is compared with ${foreign(baseline.name)}: ${foreign(baseline.reason)}</p>
${uncompared.length === 0 ? null : html`<p class="note">${formatList(uncompared)}. They are not compared, but a new case that fails a check of safety fails the run.</p>`}
<p class="note">A check of safety fails when any case gets worse. A check of quality fails when it falls by more than chance would explain, or by more than two points of a hundred. What is for information never fails.</p>`;
}

export interface Changes {
  readonly body: Markup;
  /** Cases told in full here, by suite and id. */
  readonly told: ReadonlySet<string>;
}

/** What got worse and better against the baseline, worse first; `told` names the cases that need no second telling. */
export function renderChanges({ run, comparison }: ReportInput): Changes {
  const told = new Set<string>();
  if (comparison === null)
    return {
      told,
      body: html`<p>There is no baseline yet, so nothing is compared. Accept this run as the baseline to see changes from then on.</p>`,
    };
  const find = indexRecords(run);
  const flips = listFlips(comparison);
  const flipped = comparison.findings.filter((one) => one.fails || one.worse.length + one.better.length > 0);

  const renderFlip = (flip: Flip, kind: 'worse' | 'better', at: number): Markup => {
    const record = find(flip.suite, flip.id);
    const checks = flip.findings.map(({ check }) => tellCheck(check, record?.values[check]));
    if (record === undefined)
      return html`<p>${foreign(flip.id)} of ${foreign(suiteTitle(flip.suite))}: ${formatList(checks)}. The case is not in this run.</p>`;
    told.add(JSON.stringify([flip.suite, flip.id]));
    const isSafety = flip.findings.some((one) => one.kind === 'safety');
    const badge =
      kind === 'better'
        ? html`<span class="badge better">▲ better</span>`
        : html`<span class="badge ${isSafety ? 'fail' : 'worse'}">▼ worse${isSafety ? html`: safety` : null}</span>`;
    return renderCase(record, { badge, flips: checks, isOpen: kind === 'worse' && at < OPEN });
  };

  const renderSide = (kind: 'worse' | 'better'): Markup => {
    const sorted = sortFlips(flips[kind], find);
    const rest = sorted.slice(MAX_WHOLE);
    return html`${sorted.length === 0 ? html`<p>None.</p>` : null}${sorted.slice(0, MAX_WHOLE).map((flip, at) => renderFlip(flip, kind, at))}${
      rest.length === 0
        ? null
        : html`<details class="more"><summary>${formatCounted(rest.length, 'more case')}, by name</summary><ul>${rest.map(
            ({ suite, id, findings }) =>
              html`<li>${foreign(suiteTitle(suite))}, <code>${foreign(id)}</code>: ${formatList(findings.map(({ check }) => checkName(check)))}</li>`,
          )}</ul></details>`
    }`;
  };

  const body = html`${renderBaseline(comparison)}
<h3>Checks that changed</h3>
${flipped.length === 0 ? html`<p>None: every case that both runs have came out the same.</p>` : html`<ul class="findings">${[...flipped].sort(compareFindings).map(renderFinding)}</ul>`}
<h3>Cases that got worse (${formatCount(flips.worse.length)})</h3>
<p class="note">The answer before is not kept with the baseline: each case says what should come, what came now, and what is wrong with it.</p>
${renderSide('worse')}
<h3>Cases that got better (${formatCount(flips.better.length)})</h3>
${renderSide('better')}`;
  return { body, told };
}

/** Of a measure, its value now; a check that flipped needs none. */
const tellCheck = (check: string, value: number | undefined): string =>
  value === undefined ? checkName(check) : `${checkName(check)}: now ${formatNumber(value)}`;

/** Safety first, then as faults are ordered; a case that is gone comes last. */
function sortFlips(flips: readonly Flip[], find: ReturnType<typeof indexRecords>): Flip[] {
  const isSafety = ({ findings }: Flip) => Number(findings.some(({ kind }) => kind === 'safety'));
  return [...flips].sort((a, b) => {
    const [left, right] = [find(a.suite, a.id), find(b.suite, b.id)];
    if (left === undefined || right === undefined) return Number(left === undefined) - Number(right === undefined);
    return isSafety(b) - isSafety(a) || compareFaults(left, right);
  });
}
