import type { EvidenceUnit } from '#domain/passage.ts';
import type { MarkdownBlock } from '#knowledge/documents/parse-markdown.ts';
import { cutLines } from './cut-lines.ts';
import { cutUnits } from './cut-units.ts';
import { projectHtml } from './project-html.ts';
import { projectInline } from './project-inline.ts';
import { readRows } from './read-rows.ts';
import { type Span, spanOf, trimSpan } from './span.ts';

/** What a split needs throughout. */
export interface SplitContext {
  readonly documentText: string;
  readonly segmenter: Intl.Segmenter;
}

/** Every sentence, table row and code line in a block, in order. */
export function collectUnits(block: MarkdownBlock, context: SplitContext): EvidenceUnit[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return cutUnits(projectInline(block.children, context.documentText), context.segmenter);
    case 'blockquote':
    case 'list':
    case 'listItem':
      return block.children.flatMap((child) => collectUnits(child, context));
    case 'table':
      return readRows(block, context.documentText).map(({ unit }) => unit);
    case 'code':
      return cutLines(spanOf(block), context.documentText);
    case 'html':
      return cutUnits(projectHtml(context.documentText, spanOf(block)), context.segmenter);
    case 'definition':
      return block.identifier.startsWith('^') ? cutFootnote(spanOf(block), context.documentText) : [];
    default:
      return [];
  }
}

/** A footnote of one word, which Markdown takes for a link target. */
function cutFootnote({ start, end }: Span, documentText: string): EvidenceUnit[] {
  const opening = documentText.slice(start, end).indexOf(']:') + 2;
  const note = trimSpan({ start: start + opening, end }, documentText);
  return [{ ...note, text: documentText.slice(note.start, note.end).replace(/\s+/g, ' '), label: null }];
}
