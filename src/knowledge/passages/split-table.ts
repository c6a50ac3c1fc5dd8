import type { MarkdownBlock } from '#knowledge/documents/parse-markdown.ts';
import type { PassageDraft } from './draft-passage.ts';
import { projectInline } from './project-inline.ts';
import { readRows, type TableBlock } from './read-rows.ts';

const NUMBERED_CAPTION = /^(?:table|tab\.|figure|tableau|tabelle|tabla|tabella)\s+\d/i;
const CAPTION_MAX_WORDS = 25;

/** One passage a row. `name` is what the table is called where nothing above it says. */
export function splitTable(
  table: TableBlock,
  before: MarkdownBlock | undefined,
  headingPath: readonly string[],
  name: string,
  documentText: string,
): PassageDraft[] {
  const tableName = readCaption(before, documentText) ?? headingPath.at(-1) ?? name;
  return readRows(table, documentText).map(({ columns, cells, unit }) => ({
    kind: 'table_row',
    headingPath,
    start: unit.start,
    end: unit.end,
    units: [unit],
    table: { name: tableName, columns, cells },
  }));
}

/** A short paragraph right before the table that is numbered as a table, or set off whole. */
function readCaption(block: MarkdownBlock | undefined, documentText: string): string | null {
  if (block?.type !== 'paragraph') return null;
  const text = projectInline(block.children, documentText).plain.replace(/\s+/g, ' ').trim();
  const [only, ...more] = block.children;
  const isSetOff = more.length === 0 && (only?.type === 'strong' || only?.type === 'emphasis');
  const isCaption =
    text !== '' && text.split(' ').length <= CAPTION_MAX_WORDS && (isSetOff || NUMBERED_CAPTION.test(text));
  return isCaption ? text : null;
}
