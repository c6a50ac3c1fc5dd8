import type { EvidenceUnit } from '#domain/passage.ts';
import type { MarkdownBlock } from '#knowledge/documents/parse-markdown.ts';
import { projectInline } from './project-inline.ts';
import { spanOf, trimSpan } from './span.ts';

export type TableBlock = Extract<MarkdownBlock, { type: 'table' }>;

export interface Row {
  readonly columns: readonly string[];
  readonly cells: readonly string[];
  /** The row's line in the source. */
  readonly unit: EvidenceUnit;
}

/**
 * The rows of a table that say something. Ragged rows are filled up, and columns too, so that no cell is lost. A table
 * of a head alone is its head.
 */
export function readRows(table: TableBlock, documentText: string): Row[] {
  const lines = table.children.map((row) => ({
    cells: row.children.map((cell) => readCell(cell.children, documentText)),
    span: trimSpan(spanOf(row), documentText),
  }));
  const width = Math.max(...lines.map(({ cells }) => cells.length));
  const fill = (cells: readonly string[]) => Array.from({ length: width }, (_, index) => cells[index] ?? '');
  const [head, ...body] = lines;
  if (head === undefined) return [];
  const columns = fill(head.cells);
  return (body.length === 0 ? [head] : body)
    .filter(({ cells }) => cells.some((cell) => cell !== ''))
    .map(({ cells, span }) => {
      const text = cells.filter((cell) => cell !== '').join(' | ');
      return { columns, cells: fill(cells), unit: { ...span, text, label: null } };
    });
}

function readCell(nodes: TableBlock['children'][number]['children'][number]['children'], documentText: string): string {
  return projectInline(nodes, documentText).plain.replace(/\s+/g, ' ').trim();
}
