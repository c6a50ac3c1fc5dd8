import type { Metric } from '#evaluation/run/run-record.ts';
import { checkOf, describeMeasure, type MeasureSection } from './describe-measure.ts';
import { explainWords } from './glossary.ts';
import { html, type Markup } from './html.ts';
import { foreign } from './inline-text.ts';
import { groupMetrics } from './metric-table.ts';
import { renderFolded } from './render-folded.ts';
import type { ReportInput } from './report-input.ts';

export const legend = html`<p class="note legend">● this run, with its 95% interval; ○ the baseline over the cases that both have.</p>`;

/** Metrics of one section. */
const ofSection = ({ run }: ReportInput, section: MeasureSection): Metric[] =>
  run.metrics.filter((metric) => describeMeasure(checkOf(metric)).section === section);

export const noFigure = html`<p>This run has no such figure.</p>`;

/** How often each class came where it should, suite by suite; null when the run does not tell. */
export function renderClasses(input: ReportInput): Markup | null {
  const groups = groupMetrics(ofSection(input, 'decisions'), input);
  if (groups.length === 0) return null;
  return html`<h3>Suite by suite</h3>
${renderFolded('How often what should come came', groups, 'Should come')}`;
}

/** Answer rate and error rate side by side, then correctness and all that makes an answer a good one. */
export function renderAnswers(input: ReportInput): Markup {
  const groups = groupMetrics(ofSection(input, 'answers'), input);
  if (groups.length === 0) return noFigure;
  return html`<p>An answer rate alone says nothing: whoever answers everything has the highest. Read it with the error rate beneath it. Declining what the documents do not answer is a success and is counted as one.</p>
${explainWords('near-misses', 'follow-ups', 'premises', 'injection', 'baseline', 'interval')}
${renderFolded('Answers', groups)}
${legend}`;
}

/** Whether quotes are exact, and whether they support what is said, beside what copying and chance would get. */
export function renderCitations(input: ReportInput): Markup {
  const groups = groupMetrics(ofSection(input, 'citations'), input);
  if (groups.length === 0) return noFigure;
  return html`<p><strong>Support measured offline is consistency, not truth.</strong> Whether a quote carries a sentence was judged by “${foreign(input.run.judge)}”; where that is the assistant’s own verifier, it cannot see its own blind spots. Whether a document is right, nothing here says. Read support beside its two controls: what copying the first passage would get, and what another answer’s quotes would get by chance.</p>
${explainWords('citation-recall', 'verifier', 'copy', 'control')}
${renderFolded('Citations', groups)}
${legend}`;
}

/** Whether the passages that answer are found, and how far up. */
export function renderRetrieval(input: ReportInput): Markup {
  const groups = groupMetrics(ofSection(input, 'retrieval'), input);
  if (groups.length === 0) return noFigure;
  return html`<p>An answer can only be as good as the passages that were found for it.</p>
${explainWords('recall', 'ndcg', 'mrr')}
${renderFolded('Retrieval', groups)}
${legend}`;
}

/** What no other part shows; null when there is nothing. */
export function renderOthers(input: ReportInput): Markup | null {
  const rest = ofSection(input, 'other').filter(({ kind }) => kind !== 'safety');
  if (rest.length === 0) return null;
  const groups = groupMetrics(rest, input);
  return renderFolded('Other figures', groups);
}
