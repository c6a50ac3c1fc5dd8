/** A4: everything unfolded but the traces, nothing cut, shading kept. */
export const printStyles = `
@page { size: A4; margin: 14mm 13mm; }
@media print {
  html { background: #ffffff; font-size: 9.5pt; }
  body { max-inline-size: none; padding: 0; }
  nav, .up, .visually-hidden, .trace { display: none; }
  section { border: 0; border-block-start: 1.5px solid var(--edge); border-radius: 0; padding: 4mm 0 0; margin-block: 6mm 0; }
  h2, h3, h4, summary { break-after: avoid; }
  .finding, .evidence li, .multiple, tr, .pairs { break-inside: avoid; }
  thead { display: table-header-group; }
  .scroll { overflow: visible; }
  .matrix { min-inline-size: 0; font-size: 7pt; table-layout: fixed; }
  .matrix th, .matrix td { padding: 1mm; }
  .matrix tbody th { position: static; min-inline-size: 0; }
  .matrix .cell span { font-size: 6pt; white-space: normal; }
  .lines li { break-inside: avoid; }
  details > summary { min-block-size: 0; }
  details:not(.trace)::details-content { content-visibility: visible; block-size: auto; }
  .verdict, .finding, .cell, .asked, .problems, .whisker, .dot { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
