import { DocumentProblem } from './document-problem.ts';
import { htmlToMarkdown } from './html-to-markdown.ts';
import { parseHtml } from './parse-html.ts';
import { pruneHtml } from './prune-html.ts';
import { readHtmlMetadata } from './read-html-metadata.ts';

/** A page as Markdown, and what it says about itself. */
export function readHtml(html: string, file: string): { text: string; found: Record<string, string> } {
  try {
    const root = parseHtml(html);
    return { text: htmlToMarkdown(pruneHtml(root)), found: readHtmlMetadata(root) };
  } catch (cause) {
    // The parsers recurse: thousands of elements inside one another exhaust the stack.
    if (cause instanceof RangeError) throw new DocumentProblem(file, 'is nested too deeply', { cause });
    throw cause;
  }
}
