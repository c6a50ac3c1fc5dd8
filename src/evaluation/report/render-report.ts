import { formatCounted, shortIdentity } from './format-figures.ts';
import { renderGlossary } from './glossary.ts';
import { html } from './html.ts';
import { renderChanges } from './render-changes.ts';
import { renderAnswers, renderCitations, renderClasses, renderOthers, renderRetrieval } from './render-figures.ts';
import { renderFlips } from './render-flips.ts';
import { renderHeader } from './render-header.ts';
import { renderLimits } from './render-limits.ts';
import { renderMatrix } from './render-matrix.ts';
import { type PagePart, renderPage } from './render-page.ts';
import { renderSafety } from './render-safety.ts';
import { renderSlices } from './render-slices.ts';
import { renderWorstCases } from './render-worst-cases.ts';
import type { ReportInput } from './report-input.ts';

/** Two reports that lie side by side must be told apart by their titles. */
function titleOf({ run, comparison }: ReportInput): string {
  const { commit, corpus, documents } = run.identity;
  const verdict = comparison === null ? 'not compared' : comparison.verdict === 'pass' ? 'passes' : 'fails';
  const parts = [
    ...(commit === null ? [] : [`version ${shortIdentity(commit)}`]),
    `${documents.length === 0 ? 'documents' : formatCounted(documents.length, 'document')} ${corpus.slice(0, 6)}`,
    `${run.split} split`,
  ];
  return `Evaluation report (${verdict}): ${parts.join(', ')} · Citewell`;
}

/** A run as one HTML file for a reader who does not code. The same input gives the same bytes. */
export function renderReport(input: ReportInput): string {
  const flips = renderFlips(input);
  const others = renderOthers(input);
  const parts: PagePart[] = [
    { id: 'changes', title: 'What got better and worse', body: renderChanges(input) },
    { id: 'safety', title: 'Safety', body: renderSafety(input) },
    ...(flips === null ? [] : [{ id: 'flips', title: 'Cases that got worse and better', body: flips.body }]),
    { id: 'matrix', title: 'Decisions', body: html`${renderMatrix(input)}${renderClasses(input)}` },
    { id: 'answers', title: 'Answers', body: renderAnswers(input) },
    { id: 'citations', title: 'Citations', body: renderCitations(input) },
    { id: 'retrieval', title: 'Retrieval', body: renderRetrieval(input) },
    ...(others === null ? [] : [{ id: 'others', title: 'Other figures', body: others }]),
    { id: 'slices', title: 'By kind of question and topic', body: renderSlices(input) },
    { id: 'cases', title: 'Worst cases', body: renderWorstCases(input, flips?.told ?? new Set()) },
    { id: 'limits', title: 'Known limits', body: renderLimits(input) },
    { id: 'words', title: 'Words explained', body: renderGlossary() },
  ];
  return renderPage({ title: titleOf(input), header: renderHeader(input), parts });
}
