import type { EvalReply } from '#evaluation/run/eval-reply.ts';
import { html, type Markup } from './html.ts';
import { foreign } from './inline-text.ts';
import { plainQuote } from './plain-quote.ts';

const replyRole = (role: string): string => (role === 'caveat' ? 'limitation' : role.replace(/_/gu, ' '));

/** What the patient would have read. */
export function renderAnswer({ answer, missing, notCovered, premise }: EvalReply): Markup {
  const said =
    answer === null
      ? html`<p class="unsaid">Nothing was said about the matter.</p>`
      : html`<blockquote class="said" dir="auto">${answer.sentences.map(
          ({ text, citations, role }) =>
            html`<p>${foreign(plainQuote(text))}${citations.map((n) => html` <span class="cites">[${n}]</span>`)}${
              role === null ? null : html` <span class="role">${replyRole(role)}</span>`
            }</p>`,
        )}</blockquote>`;
  const notes: ReadonlyArray<Markup | null> = [
    missing.length === 0 ? null : html`Named as missing: ${foreign(missing.join(', '))}.`,
    notCovered.length === 0 ? null : html`Said to be not covered: ${foreign(notCovered.join('; '))}.`,
    premise === null ? null : html`A premise was corrected.`,
  ];
  const shown = notes.filter((note) => note !== null);
  return html`${said}${shown.length === 0 ? null : html`<p class="note">${shown.map((note) => html`${note} `)}</p>`}`;
}

/** The sentences of the guides that a reply quotes, as they read. */
export function renderEvidence({ citations }: EvalReply): Markup | null {
  if (citations.length === 0) return null;
  return html`<h4>What it quotes</h4><ol class="evidence">${citations.map(
    ({ n, title, section, quote }) => html`<li>
<p class="source"><span class="cites">[${n}]</span> ${foreign(title)}${section === null ? null : html` › ${foreign(section)}`}</p>
<blockquote dir="auto">${plainQuote(quote)}</blockquote></li>`,
  )}</ol>`;
}
