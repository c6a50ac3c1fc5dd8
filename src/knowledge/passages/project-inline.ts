import type { MarkdownBlock } from '#knowledge/documents/parse-markdown.ts';
import { projectCode } from './project-code.ts';
import { projectRun } from './project-run.ts';
import { createProjection, type ProjectedText, type Projection } from './projected-text.ts';
import { type Span, spanOf } from './span.ts';

export type InlineNode = Extract<MarkdownBlock, { type: 'paragraph' }>['children'][number];

const BREAK_TAG = /^<br\b/i;

/** The text of a paragraph, heading or cell without Markdown: links as their labels, images and tags left out. */
export function projectInline(nodes: readonly InlineNode[], documentText: string): ProjectedText {
  const projection = createProjection();
  addNodes(nodes, documentText, projection);
  return projection.finish();
}

function addNodes(nodes: readonly InlineNode[], documentText: string, projection: Projection): void {
  for (const node of nodes) addNode(node, documentText, spanOf(node), projection);
}

function addNode(node: InlineNode, documentText: string, span: Span, projection: Projection): void {
  switch (node.type) {
    case 'text':
      projectRun(node.value, documentText, span, projection);
      break;
    case 'inlineCode':
      projection.wrap(span, false, () => projectCode(node.value, documentText, span, projection));
      break;
    case 'break':
      projection.add(' ', span.start, span.end);
      break;
    case 'html':
      if (BREAK_TAG.test(node.value)) projection.add(' ', span.start, span.end);
      break;
    case 'linkReference':
      // A footnote of one word reads as a link target, and `[^1]` as a link to it.
      if (!node.identifier.startsWith('^')) addWrapped(node, documentText, span, projection);
      break;
    case 'strong':
    case 'emphasis':
    case 'delete':
    case 'link':
      addWrapped(node, documentText, span, projection);
      break;
    default:
      // Images and footnote marks say nothing.
      break;
  }
}

function addWrapped(
  { type, children }: Extract<InlineNode, { children: unknown }>,
  documentText: string,
  span: Span,
  projection: Projection,
): void {
  projection.wrap(span, type === 'strong', () => addNodes(children, documentText, projection));
}
