import { type MarkdownBlock, parseMarkdown } from '#knowledge/documents/parse-markdown.ts';
import { readSimpleBlock } from './read-simple-block.ts';

/** The parser takes more than twice as long for twice the text. */
const CHUNK_CHARS = 16_384;
/** After a blank line, a heading or a word at the margin ends every list and quote: parsing may begin anew. */
const SAFE_START = /\n\n+(?=#{1,6}[ \t]|\p{L})/gu;
/** Fenced code and some HTML run on across blank lines, whatever they hold. */
const MAY_STAY_OPEN = /`{3}|~{3}|</;
/** A link target may be used anywhere in the document. */
const DEFINES_LINK = /^[ \t>*+\-\d.)]*\[[^\]\n^][^\]\n]*\]:/m;

/** The blocks of a document, as if parsed whole, with offsets into `text`. */
export function parseBlocks(text: string): MarkdownBlock[] {
  if (DEFINES_LINK.test(text)) return parseMarkdown(text).children;
  const blocks: MarkdownBlock[] = [];
  let at = skipLineEnds(text, 0);
  while (at < text.length) {
    const simple = readSimpleBlock(text, at);
    if (simple !== null) blocks.push(simple.block);
    at = skipLineEnds(text, simple?.next ?? parseChunk(text, at, blocks));
  }
  return blocks;
}

/** Parses from `at` to a place where parsing may begin anew, and gives that place. */
function parseChunk(text: string, at: number, blocks: MarkdownBlock[]): number {
  for (let chars = 1; ; chars = Math.max(chars * 2, CHUNK_CHARS)) {
    const end = findSafeEnd(text, at + chars);
    const source = text.slice(at, end);
    const mayStayOpen = MAY_STAY_OPEN.test(source);
    if (mayStayOpen && chars < CHUNK_CHARS && end < text.length) continue;
    const chunk = parseMarkdown(source).children;
    const last = chunk.at(-1)?.type;
    if (mayStayOpen && end < text.length && (last === 'code' || last === 'html')) continue;
    for (const block of chunk) {
      moveOffsets(block, at);
      blocks.push(block);
    }
    return end;
  }
}

function findSafeEnd(text: string, from: number): number {
  SAFE_START.lastIndex = from;
  const found = SAFE_START.exec(text);
  return found === null ? text.length : found.index + found[0].length;
}

function skipLineEnds(text: string, at: number): number {
  let next = at;
  while (text[next] === '\n') next += 1;
  return next;
}

interface Movable {
  readonly position?: MarkdownBlock['position'];
  readonly children?: readonly Movable[];
}

function moveOffsets({ position, children }: Movable, by: number): void {
  if (position?.start.offset !== undefined) position.start.offset += by;
  if (position?.end.offset !== undefined) position.end.offset += by;
  for (const child of children ?? []) moveOffsets(child, by);
}
