import { suiteTitle } from './describe-suite.ts';
import { formatCount, formatCounted, shortIdentity } from './format-figures.ts';
import { linkWord } from './glossary.ts';
import { html, type Markup } from './html.ts';
import { foreign } from './inline-text.ts';
import { renderVerdict } from './render-verdict.ts';
import type { ReportInput } from './report-input.ts';
import { summariseReport } from './summarise-report.ts';

const identity = (value: string | null, whenNull = 'not stated'): Markup =>
  value === null ? html`${whenNull}` : html`<code title="${value}">${foreign(shortIdentity(value))}</code>`;

function renderIdentity({ run }: ReportInput): Markup {
  const { commit, corpus, prompts, index, encoder, model, documents } = run.identity;
  const rows: ReadonlyArray<readonly [string, Markup]> = [
    [
      'Version of the code',
      html`${identity(commit)}${commit?.endsWith('+') ? ' with changes that are not committed' : ''}`,
    ],
    ['Documents', identity(corpus)],
    ['Prompts and fixed texts', identity(prompts)],
    ['Index', identity(index)],
    ['Encoder', identity(encoder)],
    ['Model that writes answers', identity(model, 'none: answers are the documents’ own sentences')],
    ['Split', html`${run.split === 'dev' ? 'dev: seen while the product was written' : 'test: kept apart'}`],
    ['Seed', html`${String(run.seed)}`],
  ];
  return html`<dl class="identity">${rows.map(([term, value]) => html`<div><dt>${term}</dt><dd>${value}</dd></div>`)}</dl>
${documents.length === 0 ? null : html`<p>Guides that it had:</p><ul>${documents.map(({ title }) => html`<li>${foreign(title)}</li>`)}</ul>`}`;
}

function renderSuites({ run }: ReportInput): Markup {
  return html`<div class="scroll" role="group" aria-label="Suites that were run" tabindex="0"><table>
<caption>Suites that were run</caption>
<thead><tr><th scope="col">Suite</th><th scope="col" class="number">Cases</th><th scope="col">Digest of the cases</th></tr></thead>
<tbody>${run.suites.map(
    ({ name, cases, digest }) =>
      html`<tr><th scope="row">${foreign(suiteTitle(name))}</th><td class="number">${formatCount(cases)}</td><td>${identity(digest)}</td></tr>`,
  )}</tbody></table></div>`;
}

/** What was measured, the verdict, what it means, and what it was made with. */
export function renderHeader(input: ReportInput): Markup {
  const { run, limits } = input;
  const [first] = limits;
  return html`<p class="product">Citewell · evaluation report</p>
<h1>How good the answers are, and what changed</h1>
<p class="measured">${formatCounted(run.records.length, 'case')} in ${linkWord('suite', formatCounted(run.suites.length, 'suite'))}, ${linkWord('split', `${run.split} split`)}${input.comparison === null ? null : html`, beside the ${linkWord('baseline', 'baseline')}`}</p>
${renderVerdict(input)}
<dl class="summary">${summariseReport(input).map(
    ({ topic, lines }) =>
      html`<div><dt>${topic}</dt><dd>${lines.length === 1 ? (lines[0] ?? '') : html`<ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>`}</dd></div>`,
  )}</dl>
<p class="note">${first === undefined ? null : html`${foreign(first)} `}<a href="#limits">All known limits</a> · <a href="#words">Words explained</a></p>
<details class="made-with"><summary>What this was made with</summary>
${renderIdentity(input)}
${renderSuites(input)}
<p class="note">This page carries no date: the same run always gives the same page, byte for byte. The version tells when it was made.</p>
</details>`;
}
