import { html } from './html.ts';
import { renderChanges } from './render-changes.ts';
import {
  renderAnswers,
  renderCitations,
  renderClasses,
  renderOthers,
  renderRetrieval,
  renderSafety,
} from './render-figures.ts';
import { renderHeader } from './render-header.ts';
import { renderLimits } from './render-limits.ts';
import { renderMatrix } from './render-matrix.ts';
import { type PagePart, renderPage } from './render-page.ts';
import { renderSlices } from './render-slices.ts';
import { renderWorstCases } from './render-worst-cases.ts';
import type { ReportInput } from './report-input.ts';

/** A run as one HTML file for a reader who does not code. The same input gives the same bytes. */
export function renderReport(input: ReportInput): string {
  const changes = renderChanges(input);
  const others = renderOthers(input);
  const parts: PagePart[] = [
    { id: 'changes', title: 'What got better and worse', body: changes.body },
    { id: 'safety', title: 'Safety', body: renderSafety(input) },
    { id: 'matrix', title: 'Decisions', body: html`${renderMatrix(input)}${renderClasses(input)}` },
    { id: 'answers', title: 'Answers', body: renderAnswers(input) },
    { id: 'citations', title: 'Citations', body: renderCitations(input) },
    { id: 'retrieval', title: 'Retrieval', body: renderRetrieval(input) },
    ...(others === null ? [] : [{ id: 'others', title: 'Other figures', body: others }]),
    { id: 'slices', title: 'By kind of question and topic', body: renderSlices(input) },
    { id: 'cases', title: 'Worst cases', body: renderWorstCases(input, changes.told) },
    { id: 'limits', title: 'Known limits', body: renderLimits(input) },
  ];
  const version = input.run.identity.commit?.slice(0, 12);
  return renderPage({
    title: `Evaluation report${version === undefined ? '' : ` ${version}`} · Citewell`,
    header: renderHeader(input),
    parts,
  });
}
