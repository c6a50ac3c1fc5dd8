import { countTopics } from './count-topics.ts';
import { formatCount, formatCounted, formatList } from './format-figures.ts';
import { html, type Markup } from './html.ts';
import { foreign, wholeDates } from './inline-text.ts';
import { biggestMoves, listMoveWords, type MoveWords } from './list-move-words.ts';
import { renderFindings } from './render-findings.ts';
import type { ReportInput } from './report-input.ts';

const MAX_MOVES = 6;
const MAX_TOPICS = 8;

const marks = { worse: '▼', better: '▲', even: '=' } as const;

function renderMoves(moves: readonly MoveWords[]): Markup {
  if (moves.length === 0) return html`<p>No case came out as another kind of reply than before.</p>`;
  const item = ({ direction, text }: MoveWords) =>
    html`<li class="move ${direction}"><span class="mark" aria-hidden="true">${marks[direction]}</span> ${direction === 'even' ? null : html`<span class="visually-hidden">${direction}: </span>`}${text}</li>`;
  const list = (some: readonly MoveWords[]) => html`<ul class="moves">${some.map(item)}</ul>`;
  const shown = new Set(biggestMoves(moves, MAX_MOVES));
  const rest = moves.filter((move) => !shown.has(move));
  return html`${list(moves.filter((move) => shown.has(move)))}${
    rest.length === 0
      ? null
      : html`<details class="more"><summary>${formatCounted(rest.length, 'smaller change')} of this kind</summary>${list(rest)}</details>`
  }`;
}

function renderTopics(input: ReportInput): Markup | null {
  if (input.comparison === null) return null;
  const topics = countTopics(input.run, input.comparison).filter(({ worse }) => worse > 1);
  if (topics.length === 0) return null;
  const rest = topics.slice(MAX_TOPICS);
  return html`<h3>Topics that got worse most</h3>
<ul class="topics">${topics
    .slice(0, MAX_TOPICS)
    .map(
      ({ topic, worse, of, example }) =>
        html`<li><strong>“${foreign(topic)}”</strong>: ${worse} of ${formatCounted(of, 'case')} of the topic <span class="note">such as ${foreign(`“${example.turns.at(-1) ?? ''}”`)}</span></li>`,
    )}</ul>${
    rest.length === 0
      ? null
      : html`<details class="more"><summary>${formatCounted(rest.length, 'more topic')}</summary><p>${foreign(formatList(rest.map(({ topic, worse, of }) => `${topic} (${worse} of ${of})`)))}</p></details>`
  }`;
}

/** What differs, what moved, where, and which checks say so. */
export function renderChanges(input: ReportInput): Markup {
  const { comparison } = input;
  if (comparison === null)
    return html`<p>There is no baseline yet, so nothing is compared. Accept this run as the baseline to see changes from then on.</p>`;
  const { baseline, newCases, goneCases } = comparison;
  const uncompared = [
    ...(newCases === 0 ? [] : [`${formatCounted(newCases, 'case')} of this run ${newCases === 1 ? 'is' : 'are'} new`]),
    ...(goneCases === 0
      ? []
      : [`${formatCounted(goneCases, 'case')} of the baseline ${goneCases === 1 ? 'is' : 'are'} gone`]),
  ];
  return html`<h3>What came out otherwise</h3>
${renderMoves(listMoveWords(input))}
${renderTopics(input)}
<h3>Checks that changed</h3>
${renderFindings(comparison)}
<p class="note">Compared with ${wholeDates(baseline.name)}: ${foreign(baseline.reason)}${uncompared.length === 0 ? null : html` ${formatList(uncompared)}; they are not compared, but a new case that fails a check of safety fails the run.`} A check of safety fails when any case gets worse. One of quality fails when it falls by more than chance explains or by more than 2 of 100 cases (${formatCount(comparison.findings.length)} checks and means changed at all).</p>`;
}
