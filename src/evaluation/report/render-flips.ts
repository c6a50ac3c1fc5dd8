import { createCameBefore } from './came-before.ts';
import { checkName } from './describe-measure.ts';
import { suiteTitle } from './describe-suite.ts';
import { compareFaults, indexRecords, isFaulty } from './find-record.ts';
import { formatCount, formatList, formatNumber } from './format-figures.ts';
import { html, type Markup } from './html.ts';
import { foreign } from './inline-text.ts';
import { type Flip, listFlips } from './list-flips.ts';
import { renderCase } from './render-case.ts';
import { renderCaseList } from './render-case-list.ts';
import type { ReportInput } from './report-input.ts';

/** Cases told in full; every one stands in the list below them. */
const MAX_WHOLE = 10;
const OPEN = 1;

const keyOf = ({ suite, id }: { readonly suite: string; readonly id: string }): string => JSON.stringify([suite, id]);

export interface RenderedFlips {
  readonly body: Markup;
  /** Cases told in full here, by suite and id. */
  readonly told: ReadonlySet<string>;
}

/** Of a measure, its value now; a check that flipped needs none. */
const tellCheck = (check: string, value: number | undefined): string =>
  value === undefined ? checkName(check) : `${checkName(check)}: now ${formatNumber(value)}`;

const isSafety = ({ findings }: Flip): boolean => findings.some(({ kind }) => kind === 'safety');

/** Cases that got worse, the gravest in full and all of them in a list, then those that got better. Null when there is none. */
export function renderFlips({ run, comparison }: ReportInput): RenderedFlips | null {
  if (comparison === null) return null;
  const { worse, better } = listFlips(comparison);
  if (worse.length + better.length === 0) return null;
  const find = indexRecords(run);
  const cameBefore = createCameBefore(comparison);
  const known = (flips: readonly Flip[]) =>
    flips
      .flatMap((flip) => {
        const record = find(flip.suite, flip.id);
        return record === undefined ? [] : [{ flip, record }];
      })
      .sort((a, b) => Number(isSafety(b.flip)) - Number(isSafety(a.flip)) || compareFaults(a.record, b.record));
  const [down, up] = [known(worse), known(better)];
  const whole = down.slice(0, MAX_WHOLE);
  const told = new Set(whole.map(({ record }) => keyOf(record)));
  const gone = [...worse, ...better].filter(({ suite, id }) => find(suite, id) === undefined);
  const lines = (cases: typeof down) => cases.map(({ record }) => ({ record, isLinked: told.has(keyOf(record)) }));
  const badgeOf = (flip: Flip) =>
    html`<span class="badge ${isSafety(flip) ? 'fail' : 'worse'}">▼ worse${isSafety(flip) ? html`: safety` : null}</span>`;
  const stillWrong = up.filter(({ record }) => isFaulty(record)).length;
  const body = html`<h3>Got worse: ${formatCount(worse.length)}</h3>
${worse.length === 0 ? html`<p>None.</p>` : html`<p>${whole.length < down.length ? html`The ${whole.length} gravest are told in full; all ${formatCount(worse.length)} stand in the list below them. ` : null}The wording of the answer before is not kept; what kind of reply came before is.</p>`}
${whole.map(({ flip, record }, at) => {
  const flips = flip.findings.map(({ check }) => tellCheck(check, record.values[check]));
  return renderCase(record, { badge: badgeOf(flip), flips, before: cameBefore(record), isOpen: at < OPEN });
})}
${down.length === 0 ? null : html`<h3>All that got worse, by suite and topic</h3>${renderCaseList(lines(down), cameBefore)}`}
<h3>Got better: ${formatCount(better.length)}</h3>
${up.length === 0 ? html`<p>None.</p>` : html`<p>Better in at least one check${stillWrong === 0 ? null : html`; in ${formatCount(stillWrong)} of them something is still wrong`}.</p>${renderCaseList(lines(up), cameBefore)}`}
${gone.length === 0 ? null : html`<p class="note">Not in this run: ${gone.map(({ suite, id, findings }, at) => html`${at === 0 ? null : '; '}<code>${foreign(id)}</code> of ${foreign(suiteTitle(suite))} (${formatList(findings.map(({ check }) => checkName(check)))})`)}.</p>`}`;
  return { body, told };
}
