import type { EvidenceUnit } from '#domain/passage.ts';
import type { MarkdownBlock } from '#knowledge/documents/parse-markdown.ts';
import { cutLines } from './cut-lines.ts';
import { cutUnits } from './cut-units.ts';
import { projectHtml } from './project-html.ts';
import { projectInline } from './project-inline.ts';
import { readRows } from './read-rows.ts';
import { spanOf } from './span.ts';

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
    default:
      return [];
  }
}
