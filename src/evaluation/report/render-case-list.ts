import type { CaseRecord } from '#evaluation/run/run-record.ts';
import type { CameBefore } from './came-before.ts';
import { topicOf } from './count-topics.ts';
import { describeClass, describeClassInline } from './describe-class.ts';
import { suiteTitle } from './describe-suite.ts';
import { anchorOf } from './find-record.ts';
import { formatCounted } from './format-figures.ts';
import { html, type Markup } from './html.ts';
import { foreign, shorten } from './inline-text.ts';
import { listProblems, tellBeforeAndNow } from './tell-outcome.ts';

/** A case in a list: what it is, whether it is told in full elsewhere in the page. */
export interface CaseLine {
  readonly record: CaseRecord;
  readonly isLinked: boolean;
}

function tellChange(record: CaseRecord, before: string | null): string {
  if (before !== null) return tellBeforeAndNow(record, before);
  return record.actual === '' ? '' : `Came: ${describeClass(record.actual)}`;
}

/** The outcome is told beside; only what else is wrong needs words. */
const restOf = (record: CaseRecord): readonly string[] =>
  listProblems(record).filter((problem) => !problem.startsWith('It should bring “'));

function renderLine({ record, isLinked }: CaseLine, cameBefore: CameBefore): Markup {
  const question = html`<span class="question" dir="auto">${shorten(record.turns.at(-1) ?? '', 200)}</span>`;
  const should = record.cost === 0 ? null : html`; should come: ${describeClassInline(record.expected)}`;
  return html`<li>${isLinked ? html`<a href="#${anchorOf(record)}">${question}</a>` : question}
<span class="change">${tellChange(record, cameBefore(record))}${should}</span>${restOf(record).map(
    (problem) => html`<span class="problem">${foreign(problem)}</span>`,
  )}</li>`;
}

function groupBy(lines: readonly CaseLine[], keyOf: (line: CaseLine) => string): [string, CaseLine[]][] {
  const groups = new Map<string, CaseLine[]>();
  for (const line of lines) groups.set(keyOf(line), [...(groups.get(keyOf(line)) ?? []), line]);
  return [...groups].sort(([a, left], [b, right]) => right.length - left.length || (a < b ? -1 : 1));
}

/** Topics of one case alone stand together at the end. */
const OTHER = '';

function renderSuite(suite: string, lines: readonly CaseLine[], cameBefore: CameBefore): Markup {
  const topics = groupBy(lines, ({ record }) => topicOf(record) ?? OTHER);
  const told = topics.filter(([topic, own]) => topic !== OTHER && own.length > 1);
  const rest = topics.filter((group) => !told.includes(group)).flatMap(([, own]) => own);
  const list = (title: string | null, own: readonly CaseLine[]) =>
    html`${title === null ? null : html`<h4>${title}</h4>`}<ul class="lines">${own.map((line) => renderLine(line, cameBefore))}</ul>`;
  return html`<details class="more"><summary>${foreign(suiteTitle(suite))}: ${formatCounted(lines.length, 'case')}</summary>
${told.map(([topic, own]) => list(`Topic “${topic}”: ${own.length}`, own))}${
  rest.length === 0 ? null : list(told.length === 0 ? null : `Other topics: ${rest.length}`, rest)
}</details>
`;
}

/** Every case in two or three short lines, folded by suite and grouped by topic; suites and topics with the most first. */
export const renderCaseList = (lines: readonly CaseLine[], cameBefore: CameBefore): Markup =>
  html`${groupBy(lines, ({ record }) => record.suite).map(([suite, own]) => renderSuite(suite, own, cameBefore))}`;
