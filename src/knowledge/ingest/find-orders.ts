import type { DocumentRevision } from '#domain/document.ts';
import type { Passage } from '#domain/passage.ts';
import { type DocumentWarning, type FindOrder, lineAt } from '#knowledge/hidden/document-warning.ts';

interface Inspected {
  readonly revision: Pick<DocumentRevision, 'title' | 'text'>;
  readonly passages: readonly Passage[];
  /** Line of the file in which the text begins; null where it is not the file's own. */
  readonly firstLine: number | null;
}

/** What a document says to a machine and not to a reader: in its title, headings, sentences, columns and cells. */
export function findOrders({ revision, passages, firstLine }: Inspected, findOrder: FindOrder): DocumentWarning[] {
  const warnings: DocumentWarning[] = [];
  const seen = new Set<string>();
  const look = (text: string, place: string, at: number | null): void => {
    const order = findOrder(text);
    const line = at === null || firstLine === null ? null : firstLine - 1 + lineAt(revision.text, at);
    if (order && seen.size < seen.add(`${place} ${line} ${text}`).size)
      warnings.push({ line, reason: `holds ${place} that ${order.says}: it is not quoted` });
  };
  const title = findOrder(revision.title);
  if (title) warnings.push({ line: null, reason: `has a title that ${title.says}: it is shown as it is` });
  const headings = new Set<string>();
  for (const { headingPath, table, units, start } of passages) {
    for (const heading of [...headingPath, ...(table?.columns ?? [])]) {
      if (headings.size < headings.add(heading).size) look(heading, 'a heading', start);
    }
    for (const cell of table?.cells ?? []) look(cell, 'a table cell', units[0]?.start ?? start);
    if (!table) for (const unit of units) look(unit.text, 'a sentence', unit.start);
  }
  return warnings;
}
