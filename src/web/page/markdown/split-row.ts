import type { Span } from './blocks.ts';
import { trimmed } from './lines.ts';

/** The cells of a table row; `\|` does not end a cell. */
export function splitRow(text: string, line: Span): Span[] {
  const row = trimmed(text, line);
  const cells: Span[] = [];
  let start = text[row.start] === '|' ? row.start + 1 : row.start;
  for (let at = start; at < row.end; at += 1) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '|') {
      cells.push(trimmed(text, { start, end: at }));
      start = at + 1;
    }
  }
  if (start < row.end) cells.push(trimmed(text, { start, end: row.end }));
  return cells;
}
