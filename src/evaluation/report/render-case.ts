import type { EvalReply } from '#evaluation/run/eval-reply.ts';
import type { CaseRecord } from '#evaluation/run/run-record.ts';
import { describeClass, describeClassInline } from './describe-class.ts';
import { suiteTitle } from './describe-suite.ts';
import { anchorOf } from './find-record.ts';
import { formatNumber, shortIdentity } from './format-figures.ts';
import { html, type Markup } from './html.ts';
import { foreign, shorten } from './inline-text.ts';
import { renderTrace } from './render-trace.ts';
import { listProblems, tellOutcome } from './tell-outcome.ts';

const replyClass = ({ outcome, reason, level }: EvalReply): string => {
  const detail = level ?? reason;
  return detail === null || outcome === 'replied' ? outcome : `${outcome}/${detail}`;
};

function renderAnswer({ answer, notice, missing, notCovered, premise, composer }: EvalReply): Markup {
  const said =
    answer === null
      ? html`<p class="unsaid">Nothing was said about the matter.</p>`
      : html`<blockquote class="said" dir="auto">${answer.sentences.map(
          ({ text, citations, role }) =>
            html`<p>${foreign(text)}${citations.map((n) => html` <span class="cites">[${n}]</span>`)}${
              role === null
                ? null
                : html` <span class="role">${role === 'caveat' ? 'limitation' : role.replace(/_/gu, ' ')}</span>`
            }</p>`,
        )}</blockquote>`;
  const notes: ReadonlyArray<Markup | null> = [
    notice === null ? null : html`Fixed text shown: ${foreign(notice)}.`,
    missing.length === 0 ? null : html`Named as missing: ${foreign(missing.join(', '))}.`,
    notCovered.length === 0 ? null : html`Said to be not covered: ${foreign(notCovered.join('; '))}.`,
    premise === null ? null : html`A premise was corrected.`,
    composer === null || answer === null ? null : html`Written by: ${foreign(composer)}.`,
    typeof answer?.readingGrade === 'number' ? html`Reading grade ${formatNumber(answer.readingGrade)}.` : null,
  ];
  const shown = notes.filter((note) => note !== null);
  return html`${said}${shown.length === 0 ? null : html`<p class="note">${shown.map((note) => html`${note} `)}</p>`}`;
}

function renderEvidence({ citations }: EvalReply): Markup | null {
  if (citations.length === 0) return null;
  return html`<h4>Evidence it quotes</h4><ol class="evidence">${citations.map(
    ({ n, title, section, quote, documentId, documentVersion, start, end }) => html`<li>
<p class="source"><span class="cites">[${n}]</span> ${foreign(title)}${section === null ? null : html` › ${foreign(section)}`}</p>
<blockquote dir="auto">${quote}</blockquote>
<p class="note">${foreign(documentId)}, version ${foreign(shortIdentity(documentVersion))}, characters ${start} to ${end}</p></li>`,
  )}</ol>`;
}

/** Every message, with what came back; the last reply is told in full below it. */
function renderTurns({ turns, replies }: CaseRecord): Markup {
  return html`<ol class="turns">${turns.map((turn, i) => {
    const reply = replies[i];
    const came =
      reply === undefined || i === turns.length - 1
        ? null
        : html`<p class="note">Reply: ${describeClassInline(replyClass(reply))}${reply.answer === null ? null : html` – ${foreign(shorten(reply.answer.text, 240))}`}</p>`;
    return html`<li><blockquote class="asked" dir="auto">${turn}</blockquote>${came}</li>`;
  })}</ol>`;
}

export interface CaseView {
  /** Names of checks that got worse or better, as they are to be read; none where cases are not compared. */
  readonly flips?: readonly string[];
  readonly isOpen?: boolean;
  /** First words of its summary line: "cost 100", "worse". */
  readonly badge: Markup;
}

function renderOutcome({ expected, actual, cost }: CaseRecord): Markup {
  const how = cost === 0 ? ', as it should' : `, at a cost of ${cost}`;
  return html`<div><dt>Should come</dt><dd>${describeClass(expected)}</dd></div>
<div><dt>Came</dt><dd>${describeClass(actual)}${how}</dd></div>`;
}

/** One case: question, what should come, what came and why that is wrong, evidence, trace. */
export function renderCase(record: CaseRecord, { flips = [], isOpen = false, badge }: CaseView): Markup {
  const reply = record.replies.at(-1);
  const problems = listProblems(record);
  const asked = record.turns.at(-1) ?? '';
  return html`<details class="case" id="${anchorOf(record)}"${isOpen ? html` open` : null}>
<summary>${badge} <span class="question">${foreign(shorten(asked, 140))}</span> <span class="outcome">${record.actual === '' ? suiteTitle(record.suite) : tellOutcome(record)}</span></summary>
<div class="body">
<h4>${record.turns.length === 1 ? 'Question' : 'Conversation'}</h4>
${renderTurns(record)}
${record.actual === '' ? null : html`<dl class="pairs">${renderOutcome(record)}</dl>`}
${flips.length === 0 ? null : html`<p class="flips">Checks that changed: ${flips.map((flip) => html`<span class="flip">${flip}</span> `)}</p>`}
${problems.length === 0 ? null : html`<h4>What is wrong</h4><ul class="problems">${problems.map((problem) => html`<li>${foreign(problem)}</li>`)}</ul>`}
<h4>${record.turns.length === 1 ? 'Reply' : 'Last reply'}</h4>
${reply === undefined ? html`<p class="unsaid">This case is not asked; it is scored without a reply.</p>` : renderAnswer(reply)}
${reply === undefined ? null : renderEvidence(reply)}
${reply === undefined ? null : renderTrace(reply)}
<p class="note">Case ${foreign(record.id)} of ${foreign(suiteTitle(record.suite))}${record.tags.length === 0 ? null : html`; tags: ${foreign(record.tags.join(', '))}`}</p>
</div></details>
`;
}
