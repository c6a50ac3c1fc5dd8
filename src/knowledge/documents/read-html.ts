import type { DocumentWarning, FindOrder } from '#knowledge/hidden/document-warning.ts';
import { findHiddenElements } from '#knowledge/hidden/find-hidden-elements.ts';
import { DocumentProblem } from './document-problem.ts';
import { htmlToMarkdown } from './html-to-markdown.ts';
import { parseHtml } from './parse-html.ts';
import { pruneHtml } from './prune-html.ts';
import { readHtmlMetadata } from './read-html-metadata.ts';

export interface ReadPage {
  readonly text: string;
  /** What the page says about itself. */
  readonly found: Record<string, string>;
  /** What of it a reader does not see. */
  readonly hidden: readonly DocumentWarning[];
}

/** A page as Markdown. */
export function readHtml(html: string, file: string, findOrder: FindOrder): ReadPage {
  try {
    const root = parseHtml(html);
    const hidden = [...findHiddenElements(root, findOrder)];
    return { text: htmlToMarkdown(pruneHtml(root)), found: readHtmlMetadata(root), hidden };
  } catch (cause) {
    // The parsers recurse: thousands of elements inside one another exhaust the stack.
    if (cause instanceof RangeError) throw new DocumentProblem(file, 'is nested too deeply', { cause });
    throw cause;
  }
}
