/** Tables: plain ones, figures with their drawings, the decision matrix. */
export const tableStyles = `
table { border-collapse: collapse; inline-size: 100%; font-size: 0.93rem; font-variant-numeric: tabular-nums; }
caption { text-align: start; color: var(--soft); font-size: 0.875rem; padding-block-end: 0.5rem; }
.scroll caption { max-inline-size: min(46rem, 78vw); }
th, td { padding: 0.45rem 0.6rem; text-align: start; vertical-align: top; border-block-end: 1px solid var(--line); }
thead th { font-size: 0.82rem; color: var(--soft); font-weight: 600; vertical-align: bottom; border-block-end: 2px solid var(--edge); }
tbody th { font-weight: 500; }
th.number, td.number { text-align: end; white-space: nowrap; }
th:first-child, td:first-child { padding-inline-start: 0.2rem; }
td code { white-space: nowrap; }
.legend { margin-block-start: 0.6rem; }
.figures { table-layout: fixed; }
.figures th:nth-child(1) { inline-size: 40%; }
.figures th:nth-child(2) { inline-size: 30%; }
.figures .label { font-weight: 600; }
.figures th .note { display: block; font-weight: 400; line-height: 1.35; }
.figures td .note { display: block; }
.figures .group th { font-weight: 700; color: var(--brand); padding-block-start: 1.2rem; inline-size: auto; border-block-end-color: var(--edge); }
.figures tbody:first-of-type .group th { padding-block-start: 0.7rem; }
.drawn { padding-inline: 0.75rem; }
.figures thead th:last-child { padding-inline: 0.75rem; }
.matrix { min-inline-size: 40rem; font-size: 0.74rem; border-collapse: separate; border-spacing: 0; }
.matrix th, .matrix td { border: 0; border-inline-end: 1px solid var(--line); border-block-end: 1px solid var(--line); padding: 0.4rem 0.2rem; overflow-wrap: break-word; }
.matrix thead th { hyphens: auto; }
.matrix tbody th { position: sticky; inset-inline-start: 0; background: var(--surface); min-inline-size: 5.6rem; }
.matrix .cell { text-align: center; }
.matrix .cell b { display: block; font-size: 0.95rem; }
.matrix .cell span { display: block; font-size: 0.7rem; white-space: nowrap; }
.matrix .total { display: block; font-weight: 400; line-height: 1.3; color: var(--soft); }
.matrix .total .note { display: block; font-size: 0.7rem; }
.matrix .cell .column { display: none; }
.shade-0 { background: var(--tint); color: var(--ink); }
.shade-1 { background: var(--shade-1); color: var(--on-shade); }
.shade-2 { background: var(--shade-2); color: var(--on-shade); }
.shade-3 { background: var(--shade-3); color: var(--on-shade); }
.shade-4 { background: var(--shade-4); color: var(--on-shade-4); }
@media screen and (max-width: 48rem) {
  .matrix { min-inline-size: 0; font-size: 0.9rem; }
  .matrix, .matrix caption, .matrix tbody { display: block; }
  .matrix thead { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
  .matrix tr { display: block; padding-block: 0.6rem; border-block-end: 2px solid var(--edge); }
  .matrix th, .matrix td { display: block; border: 0; }
  .matrix tbody th { position: static; font-weight: 700; padding: 0.2rem 0; }
  .matrix td.empty { display: none; }
  .matrix .cell { display: flex; flex-wrap: wrap; gap: 0 0.7rem; align-items: baseline; text-align: start; padding: 0.35rem 0.6rem; border-radius: 0.3rem; margin-block-start: 0.2rem; white-space: normal; }
  .matrix .cell .column { display: block; flex: 1 1 8rem; font-size: 0.9rem; white-space: normal; }
  .matrix .cell b { font-size: 1rem; }
}
@media (max-width: 34rem) {
  .figures, .figures caption, .figures thead, .figures tbody { display: block; }
  .figures tr { display: grid; grid-template-columns: 1fr auto; border-block-end: 1px solid var(--line); padding-block: 0.3rem; }
  .figures thead tr { border-block-end: 2px solid var(--edge); }
  .figures th, .figures td { border: 0; padding: 0.15rem 0.2rem; inline-size: auto; }
  .figures th:nth-child(1), .figures th:nth-child(2) { inline-size: auto; }
  .figures td.figure { text-align: end; max-inline-size: 9.5rem; }
  .figures .drawn, .figures thead th:last-child, .figures .group th { grid-column: 1 / -1; }
  .figures .drawn, .figures thead th:last-child { padding-inline: 0.6rem; }
}
`;
