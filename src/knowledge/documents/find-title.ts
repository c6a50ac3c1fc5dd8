import { toString as plainText } from 'mdast-util-to-string';
import { parseMarkdown } from './parse-markdown.ts';

/** Enough to hold the first heading of nearly every document. */
const HEAD_CHARS = 20_000;

/** The first heading that says something. */
export function findFirstHeading(markdown: string): string | null {
  const head = markdown.slice(0, HEAD_CHARS);
  return firstHeading(head) ?? (head.length < markdown.length ? firstHeading(markdown) : null);
}

function firstHeading(markdown: string): string | null {
  for (const block of parseMarkdown(markdown).children) {
    if (block.type !== 'heading') continue;
    const text = plainText(block, { includeImageAlt: false, includeHtml: false }).replace(/\s+/g, ' ').trim();
    if (text !== '') return text;
  }
  return null;
}

/** `guides/what-is_cik.md` → `what is cik`. */
export function titleOfFile(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.[^.]*$/, '');
  const words = name.replace(/[-_\s]+/g, ' ').trim();
  return words === '' ? name : words;
}
