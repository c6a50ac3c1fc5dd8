import type { EvalReply } from '#evaluation/run/eval-reply.ts';
import type { CaseRecord } from '#evaluation/run/run-record.ts';
import { describeClass, describeClassInline } from './describe-class.ts';
import { suiteTitle } from './describe-suite.ts';
import { anchorOf } from './find-record.ts';
import { html, type Markup } from './html.ts';
import { foreign, shorten } from './inline-text.ts';
import { renderAnswer, renderEvidence } from './render-reply.ts';
import { renderTrace } from './render-trace.ts';
import { listProblems, tellBeforeAndNow, tellOutcome } from './tell-outcome.ts';

const MAX_CHARS = 200;

const replyClass = ({ outcome, reason, level }: EvalReply): string => {
  const detail = level ?? reason;
  return detail === null || outcome === 'replied' ? outcome : `${outcome}/${detail}`;
};

/** Every message, with what came back; the last reply is told in full below it. Null where the summary line says it all. */
function renderTurns({ turns, replies }: CaseRecord): Markup | null {
  const [only = ''] = turns;
  if (turns.length === 1 && shorten(only, MAX_CHARS) === only) return null;
  return html`<h4>${turns.length === 1 ? 'Question' : 'Conversation'}</h4><ol class="turns">${turns.map((turn, i) => {
    const reply = replies[i];
    const came =
      reply === undefined || i === turns.length - 1
        ? null
        : html`<p class="note">Reply: ${describeClassInline(replyClass(reply))}${reply.answer === null ? null : html` – ${foreign(shorten(reply.answer.text, 240))}`}</p>`;
    return html`<li><blockquote class="asked" dir="auto">${turn}</blockquote>${came}</li>`;
  })}</ol>`;
}

export interface CaseView {
  /** Class that came in the baseline; null or absent where it does not say. */
  readonly before?: string | null;
  /** Names of checks that got worse or better, as they are to be read; none where cases are not compared. */
  readonly flips?: readonly string[];
  readonly isOpen?: boolean;
  /** First words of its summary line: "cost 100", "worse". */
  readonly badge: Markup;
}

function renderOutcome({ expected, actual, cost }: CaseRecord, before: string | null): Markup {
  const how = cost === 0 ? ', as it should' : `, at a cost of ${cost}`;
  return html`<dl class="pairs"><div><dt>Should come</dt><dd>${describeClass(expected)}</dd></div>
${before === null ? null : html`<div><dt>Came before</dt><dd>${describeClass(before)}</dd></div>`}
<div><dt>Came now</dt><dd>${describeClass(actual)}${how}</dd></div></dl>`;
}

/** One case: question, what should come, what came before and now, why that is wrong, evidence, and how it came about. */
export function renderCase(record: CaseRecord, view: CaseView): Markup {
  const { flips = [], isOpen = false, badge, before = null } = view;
  const reply = record.replies.at(-1);
  const problems = listProblems(record);
  const line =
    record.actual === ''
      ? suiteTitle(record.suite)
      : before === null
        ? tellOutcome(record)
        : `${tellBeforeAndNow(record, before)}${record.cost === 0 ? ', as it should' : ` (should come: ${describeClassInline(record.expected)})`}`;
  return html`<details class="case" id="${anchorOf(record)}"${isOpen ? html` open` : null}>
<summary>${badge} <span class="question">${foreign(shorten(record.turns.at(-1) ?? '', MAX_CHARS))}</span> <span class="outcome">${line}</span></summary>
<div class="body">
${renderTurns(record)}
${record.actual === '' ? null : renderOutcome(record, before)}
${problems.length === 0 ? null : html`<h4>What is wrong</h4><ul class="problems">${problems.map((problem) => html`<li>${foreign(problem)}</li>`)}</ul>`}
<h4>${record.turns.length === 1 ? 'Reply' : 'Last reply'}</h4>
${reply === undefined ? html`<p class="unsaid">This case is not asked; it is scored without a reply.</p>` : renderAnswer(reply)}
${reply === undefined ? null : renderEvidence(reply)}
${flips.length === 0 ? null : html`<p class="flips">Checks that changed: ${flips.map((flip) => html`<span class="flip">${flip}</span> `)}</p>`}
${renderTrace(record)}
</div></details>
`;
}
