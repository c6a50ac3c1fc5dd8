import type { MarkdownBlock } from '#knowledge/documents/parse-markdown.ts';

/** Nothing that Markdown could read as a mark within a line. */
const HEADING = /(#{1,6})[ \t]+([^\s#`*_[\]<&\\|][^\n#`*_[\]<&\\|]*)(?=\n|$)/y;
/** Lines that begin with a letter, up to a blank line: no list, quote, rule, table, code or underlined heading. */
const PARAGRAPH = /\p{L}[^\n`*_[\]<&\\|]*(?:\n\p{L}[^\n`*_[\]<&\\|]*)*(?=\n\n|\n?$)/uy;
const BLANKS_AT_LINE_END = /[ \t](?:\n|$)/;

/**
 * The heading or paragraph without any marks that begins at `at`, where no list, quote, code or HTML is open; null for
 * anything else. It is what the parser would make of it, at a fraction of the time: most of most documents.
 */
export function readSimpleBlock(text: string, at: number): { block: MarkdownBlock; next: number } | null {
  HEADING.lastIndex = at;
  const heading = HEADING.exec(text);
  if (heading !== null) {
    const [line, marks = '', content = ''] = heading;
    if (BLANKS_AT_LINE_END.test(line)) return null;
    const end = at + line.length;
    const child = createText(content, end - content.length);
    const depth = marks.length as 1 | 2 | 3 | 4 | 5 | 6;
    return {
      block: { type: 'heading', depth, children: [child], position: createPosition(at, end) },
      next: end,
    };
  }
  PARAGRAPH.lastIndex = at;
  const paragraph = PARAGRAPH.exec(text)?.[0];
  if (paragraph === undefined || BLANKS_AT_LINE_END.test(paragraph)) return null;
  const child = createText(paragraph, at);
  return {
    block: { type: 'paragraph', children: [child], position: child.position },
    next: at + paragraph.length,
  };
}

function createText(value: string, at: number) {
  return { type: 'text' as const, value, position: createPosition(at, at + value.length) };
}

/** Lines and columns are nowhere used. */
function createPosition(start: number, end: number) {
  return { start: { line: 1, column: 1, offset: start }, end: { line: 1, column: 1, offset: end } };
}
